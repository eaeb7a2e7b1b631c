import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useMay } from '../../app/session/use-may.ts'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { Panel, PanelSection } from '../../ui/panel.tsx'
import { Select } from '../../ui/select.tsx'
import { SwitchLine } from '../../ui/switch.tsx'
import { changePool, conductQuery, deletePool, type Pool } from './pool-api.ts'
import { PoolPeople } from './pool-people.tsx'
import './pool-words.ts'

type Terms = Pick<
  Pool,
  | 'name'
  | 'open'
  | 'takesRecalled'
  | 'mode'
  | 'windowSeconds'
  | 'dailyClaims'
  | 'dailyViews'
  | 'holdingLimit'
  | 'shieldMinutes'
  | 'coolDownDays'
  | 'mustMatch'
  | 'respectsGauges'
  | 'whenFollowed'
  | 'backlogMinutes'
  | 'unnoticedHours'
  | 'protectDays'
  | 'extendDays'
  | 'maxDays'
  | 'classTerms'
  | 'members'
>

type NumberField = {
  [K in keyof Terms]: Terms[K] extends number | null ? K : never
}[keyof Terms]

const claiming = (): [NumberField, string, string][] => [
  ['dailyClaims', m.pools_set_daily_claims(), m.pools_set_unlimited_hint()],
  ['dailyViews', m.pools_set_daily_views(), m.pools_set_views_hint()],
  ['holdingLimit', m.pools_set_holding(), m.pools_set_holding_hint()],
  ['shieldMinutes', m.pools_set_shield(), m.pools_set_shield_hint()],
  ['coolDownDays', m.pools_set_cool_down(), m.pools_set_cool_down_hint()],
  ['backlogMinutes', m.pools_set_backlog(), m.pools_set_backlog_hint()],
  ['unnoticedHours', m.pools_set_unnoticed(), m.pools_set_unnoticed_hint()],
]
const protecting = (): [NumberField, string, string][] => [
  ['protectDays', m.pools_set_protect(), m.pools_set_protect_hint()],
  ['extendDays', m.pools_set_extend(), m.pools_set_extend_hint()],
  ['maxDays', m.pools_set_max(), m.pools_set_max_hint()],
]
const nullable: ReadonlySet<NumberField> = new Set(['dailyClaims', 'dailyViews', 'holdingLimit'])

/** Terms of a pool and how people use it, for whoever manages it. */
export function PoolSettings({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const form = useId()
  const client = useQueryClient()
  const may = useMay()
  const [terms, setTerms] = useState<Terms>(pool)
  const set = (change: Partial<Terms>) => setTerms({ ...terms, ...change })
  const refresh = () => client.invalidateQueries({ queryKey: ['lead', 'pools'] })
  const save = useMutation({
    mutationFn: () => changePool(pool.id, pool.version, changed(pool, terms)),
    meta: { shownInForm: true },
    onSuccess: async () => {
      void notify({ text: m.pools_saved(), tone: 'good' })
      await refresh()
      onClose()
    },
  })
  const remove = useMutation({
    mutationFn: () => deletePool(pool.id),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const numbers = (fields: [NumberField, string, string][]) =>
    fields.map(([key, label, hint]) => (
      <Field key={key} label={label} hint={hint}>
        {(control) => (
          <NumberInput
            {...control}
            digits={0}
            min={0}
            value={terms[key]}
            onChange={(value) => {
              if (value !== null || nullable.has(key)) set({ [key]: value })
            }}
          />
        )}
      </Field>
    ))
  return (
    <Panel
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.pools_settings_of({ name: pool.name })}
      actions={
        <Button type="submit" form={form} look="primary" busy={save.isPending}>
          {m.pools_save()}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col">
        {save.error && (
          <p role="alert" className="mb-3 text-sm text-bad">
            {problemSentence(save.error)}
          </p>
        )}
        <PanelSection title={m.pools_set_general()}>
          <div className="flex flex-col gap-3">
            <Field label={m.pools_name()} required>
              {(control) => (
                <Input
                  {...control}
                  value={terms.name}
                  maxLength={100}
                  onChange={(event) => set({ name: event.target.value })}
                />
              )}
            </Field>
            <SwitchLine checked={terms.open} onChange={(open) => set({ open })}>
              {m.pools_set_open()}
            </SwitchLine>
            <SwitchLine checked={terms.takesRecalled} onChange={(takesRecalled) => set({ takesRecalled })}>
              {m.pools_set_takes_recalled()}
            </SwitchLine>
          </div>
        </PanelSection>
        <PanelSection title={m.pools_set_claiming()}>
          <div className="flex flex-col gap-3">
            <Field label={m.pools_set_mode()}>
              {(control) => (
                <Select
                  {...control}
                  value={terms.mode}
                  onChange={(mode) => set({ mode })}
                  options={[
                    { value: 'first_come', label: m.pools_mode_first() },
                    { value: 'sealed', label: m.pools_mode_sealed() },
                  ]}
                />
              )}
            </Field>
            {terms.mode === 'sealed' &&
              numbers([['windowSeconds', m.pools_set_window(), m.pools_set_window_hint()]])}
            {numbers(claiming())}
            <SwitchLine checked={terms.mustMatch} onChange={(mustMatch) => set({ mustMatch })}>
              {m.pools_set_must_match()}
            </SwitchLine>
            <SwitchLine checked={terms.respectsGauges} onChange={(respectsGauges) => set({ respectsGauges })}>
              {m.pools_set_gauges()}
            </SwitchLine>
            <Field label={m.pools_set_followed()}>
              {(control) => (
                <Select
                  {...control}
                  value={terms.whenFollowed}
                  onChange={(whenFollowed) => set({ whenFollowed })}
                  options={[
                    { value: 'block', label: m.pools_followed_block() },
                    { value: 'route', label: m.pools_followed_route() },
                  ]}
                />
              )}
            </Field>
          </div>
        </PanelSection>
        <PanelSection title={m.pools_set_protection()}>
          <div className="flex flex-col gap-3">
            {numbers(protecting())}
            <ClassTerms terms={terms.classTerms} onChange={(classTerms) => set({ classTerms })} />
          </div>
        </PanelSection>
        {may('pools.edit') && (
          <PanelSection title={m.pools_people()}>
            <PoolPeople members={terms.members} onChange={(members) => set({ members })} />
          </PanelSection>
        )}
      </form>
      <Conduct pool={pool} />
      {may('pools.edit') && pool.lying === 0 && (
        <Button look="danger" className="self-start" busy={remove.isPending} onClick={() => remove.mutate()}>
          {m.pools_delete()}
        </Button>
      )}
    </Panel>
  )
}

/** Only what was changed is sent: what somebody else changed meanwhile is a conflict, not a loss. */
function changed(pool: Pool, terms: Terms): Partial<Terms> {
  return Object.fromEntries(
    (Object.keys(terms) as (keyof Terms)[])
      .filter((key) => key in editable && JSON.stringify(terms[key]) !== JSON.stringify(pool[key]))
      .map((key) => [key, terms[key]]),
  )
}

const editable: Readonly<Record<keyof Terms, true>> = {
  name: true,
  open: true,
  takesRecalled: true,
  mode: true,
  windowSeconds: true,
  dailyClaims: true,
  dailyViews: true,
  holdingLimit: true,
  shieldMinutes: true,
  coolDownDays: true,
  mustMatch: true,
  respectsGauges: true,
  whenFollowed: true,
  backlogMinutes: true,
  unnoticedHours: true,
  protectDays: true,
  extendDays: true,
  maxDays: true,
  classTerms: true,
  members: true,
}

const TIERS = ['A', 'B', 'C'] as const
type ClassDays = Pool['classTerms'][string]

/** Other protection per customer class; an empty field is as the pool has it. */
function ClassTerms({
  terms,
  onChange,
}: {
  terms: Pool['classTerms']
  onChange: (terms: Pool['classTerms']) => void
}) {
  const set = (tier: string, field: keyof ClassDays, value: number | null) => {
    const { [field]: _, ...rest } = terms[tier] ?? {}
    onChange({ ...terms, [tier]: value === null ? rest : { ...rest, [field]: value } })
  }
  const fields = [
    ['protectDays', m.pools_set_protect()],
    ['extendDays', m.pools_set_extend()],
    ['maxDays', m.pools_set_max()],
  ] as const
  return TIERS.map((tier) => (
    <fieldset key={tier} className="rounded-md border border-line px-3 pt-1 pb-3">
      <legend className="px-1 text-xs text-quiet">{m.pools_class_terms({ tier })}</legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {fields.map(([field, label]) => (
          <Field key={field} label={label}>
            {(control) => (
              <NumberInput
                {...control}
                digits={0}
                min={field === 'extendDays' ? 0 : 1}
                value={terms[tier]?.[field] ?? null}
                onChange={(value) => set(tier, field, value)}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  ))
}

/** Who claims, who drops what they claimed untouched, who sits on it: the last 30 days. */
function Conduct({ pool }: { pool: Pool }) {
  const conduct = useQuery(conductQuery(pool.id))
  const rows = conduct.data?.items ?? []
  if (rows.length === 0) return null
  const number = (value: number) => <td className="py-1 pl-2 text-right">{formatNumber(value)}</td>
  const head = (label: string) => (
    <th scope="col" className="py-1 pl-2 text-right font-normal">
      {label}
    </th>
  )
  return (
    <PanelSection title={m.pools_conduct()} aside={m.pools_conduct_note()}>
      <table className="w-full text-sm">
        <thead className="text-xs text-quiet">
          <tr>
            <th scope="col" className="py-1 text-left font-normal">
              {m.pools_conduct_who()}
            </th>
            {head(m.pools_conduct_claimed())}
            {head(m.pools_conduct_dropped())}
            {head(m.pools_conduct_untouched())}
            {head(m.pools_conduct_idle())}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rep.id} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {row.rep.name}
              </th>
              {number(row.claimed)}
              {number(row.dropped)}
              {number(row.untouched)}
              {number(row.idle)}
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  )
}
