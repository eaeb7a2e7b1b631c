import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { api, unwrap } from '../../api/client.ts'
import type { Draft } from '../../app/draft.ts'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { MoneyInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { wordOptions } from './lead-words.ts'

const TEXTS = [
  'company',
  'name',
  'phone',
  'wechat',
  'email',
  'region',
  'industry',
  'product',
  'source',
  'note',
] as const
type TextKey = (typeof TEXTS)[number]
export type LeadFormValues = Record<TextKey, string> & { amountMinor: number | null; intent: string | null }

export const emptyLead: LeadFormValues = {
  ...(Object.fromEntries(TEXTS.map((key) => [key, ''])) as Record<TextKey, string>),
  amountMinor: null,
  intent: null,
}

/** What was filled in or changed; in an edit, what was emptied is `null`. */
export function changedFields(
  before: LeadFormValues,
  after: LeadFormValues,
): Record<string, string | number | null> {
  const texts = TEXTS.filter((key) => before[key].trim() !== after[key].trim()).map((key) => [
    key,
    after[key].trim() === '' ? null : after[key].trim(),
  ])
  return {
    ...Object.fromEntries(texts),
    ...(before.amountMinor === after.amountMinor
      ? {}
      : { amount: after.amountMinor === null ? null : after.amountMinor / 100 }),
    ...(before.intent === after.intent ? {} : { intent: after.intent }),
  }
}

type LeadFormProps = {
  id: string
  draft: Draft<LeadFormValues>
  error: unknown
  onSubmit: (values: LeadFormValues) => void
}

export function LeadForm({ id, draft, error, onSubmit }: LeadFormProps) {
  const { values, set } = draft
  const [asked, setAsked] = useState(false)
  const regions = useId()
  const errors = fieldErrors(error)
  const nameless = asked && values.company.trim() === '' && values.name.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (values.company.trim() === '' && values.name.trim() === '') return
    onSubmit(values)
  }
  const text = (key: TextKey, label: string, more: { hint?: string; type?: string; list?: string } = {}) => (
    <Field label={label} error={key === 'company' && nameless ? m.leads_name_or_company() : errors[key]}>
      {(control) => (
        <Input
          {...control}
          type={more.type ?? 'text'}
          placeholder={more.hint}
          list={more.list}
          autoComplete="off"
          value={values[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form
      id={id}
      onSubmit={submit}
      noValidate
      className="grid grid-cols-2 gap-x-4 gap-y-3 max-md:grid-cols-1"
    >
      {text('company', m.leads_company())}
      {text('name', m.leads_contact())}
      {text('phone', m.leads_phone(), { type: 'tel' })}
      {text('wechat', m.leads_wechat())}
      {text('email', m.leads_email(), { type: 'email' })}
      {text('region', m.leads_region(), { hint: m.leads_region_hint(), list: regions })}
      {text('industry', m.leads_industry(), { hint: m.leads_industry_hint() })}
      {text('product', m.leads_product())}
      {text('source', m.leads_source(), { hint: m.leads_source_hint() })}
      <Field label={m.leads_amount()} error={errors['amount']}>
        {(control) => (
          <MoneyInput
            {...control}
            value={values.amountMinor}
            onChange={(amountMinor) => set({ amountMinor })}
          />
        )}
      </Field>
      <Field label={m.leads_intent()} error={errors['intent']}>
        {(control) => (
          <Select
            {...control}
            value={values.intent}
            options={wordOptions('intent')}
            onChange={(intent) => set({ intent })}
          />
        )}
      </Field>
      <Field label={m.leads_note()} error={errors['note']} className="md:col-span-2">
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={values.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
      <RegionList id={regions} />
    </form>
  )
}

function RegionList({ id }: { id: string }) {
  const territories = useQuery({
    queryKey: ['territory', 'list'],
    queryFn: () => unwrap(api.GET('/api/v1/territories')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <datalist id={id}>
      {territories.data?.items.map((place) => (
        <option key={place.id} value={place.name} />
      ))}
    </datalist>
  )
}
