import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { fieldErrors, problemSentence } from '../../app/problem-sentence.ts'
import { useLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { zoneChoice } from '../../i18n/zone-name.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Company, changeCompany, companyQuery } from './settings-api.ts'

export function CompanyTab({ mayManage }: { mayManage: boolean }) {
  const asked = useQuery(companyQuery)
  const company = asked.data
  return (
    <div className="grid grid-cols-2 items-start gap-4 max-lg:grid-cols-1">
      <Card title={m.settings_tab_company()} aside={company?.isDemo && <Badge>{m.settings_demo()}</Badge>}>
        {company ? (
          <CompanyForm company={company} mayManage={mayManage} />
        ) : asked.error ? (
          <LoadFailed query={asked} />
        ) : (
          <SkeletonLines />
        )}
      </Card>
      <Card title={m.settings_gauges()}>
        <p className="text-sm text-quiet">{m.settings_gauges_text()}</p>
        <Link to="/policy" className="mt-2 inline-block text-sm text-accent underline underline-offset-2">
          {m.settings_gauges_link()}
        </Link>
      </Card>
    </div>
  )
}

const zoneOptions = (_locale: string) => {
  const now = new Date()
  return Intl.supportedValuesOf('timeZone').map((value) => ({
    value,
    label: zoneChoice(value, now),
    keywords: [value],
  }))
}

function CompanyForm({ company, mayManage }: { company: Company; mayManage: boolean }) {
  const client = useQueryClient()
  const [name, setName] = useState(company.name)
  const [timeZone, setTimeZone] = useState(company.timeZone)
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => changeCompany({ name: name.trim(), timeZone }),
    onSuccess: async () => {
      void notify({ text: m.settings_saved(), tone: 'good' })
      await Promise.all(['company', 'session'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
    },
  })
  const errors = fieldErrors(save.error)
  const locale = useLocale()
  // Some 400 names, two formatters each.
  const zones = useMemo(() => zoneOptions(locale), [locale])
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {save.error && (
        <p role="alert" className="text-sm text-bad">
          {problemSentence(save.error)}
        </p>
      )}
      <Field label={m.settings_name()} required error={errors['name']}>
        {(control) => (
          <Input
            {...control}
            required
            readOnly={!mayManage}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={m.settings_time_zone()} error={errors['timeZone']}>
        {(control) => (
          <Combobox
            {...control}
            disabled={!mayManage}
            value={timeZone}
            onChange={(zone) => zone && setTimeZone(zone)}
            options={zones}
          />
        )}
      </Field>
      <Field label={m.settings_slug()}>
        {(control) => <Input {...control} readOnly value={company.slug} />}
      </Field>
      {mayManage && (
        <Button
          type="submit"
          look="primary"
          className="self-start"
          busy={save.isPending}
          disabled={name === company.name && timeZone === company.timeZone}
        >
          {m.settings_save()}
        </Button>
      )}
    </form>
  )
}
