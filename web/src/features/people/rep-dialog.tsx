import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors, problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { changeRep, createRep, type NewRep, type Rep, type Team } from './people-api.ts'
import { optionsOf } from './people-words.ts'

const levels = {
  newcomer: () => m.people_level_newcomer(),
  growing: () => m.people_level_growing(),
  senior: () => m.people_level_senior(),
}
const statuses = {
  active: () => m.people_status_active(),
  paused: () => m.people_status_paused(),
  inactive: () => m.people_status_inactive(),
}

const split = (text: string) =>
  text
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter(Boolean)
const orNull = (text: string) => text.trim() || null

type Draft = {
  name: string
  teamId: string | null
  level: Rep['level']
  status: Rep['status']
  weight: number | null
  territories: string
  industries: string
  productLines: string
  workingHours: string
  email: string
  phone: string
  dailyMax: number | null
  weeklyMax: number | null
  monthlyMax: number | null
}

const draftOf = (rep: Rep | undefined): Draft => ({
  name: rep?.name ?? '',
  teamId: rep?.teamId ?? null,
  level: rep?.level ?? 'growing',
  status: rep?.status ?? 'active',
  weight: rep?.weight ?? 100,
  territories: rep?.territories.join('，') ?? '',
  industries: rep?.industries.join('，') ?? '',
  productLines: rep?.productLines.join('，') ?? '',
  workingHours: rep?.workingHours ?? '',
  email: rep?.email ?? '',
  phone: rep?.phone ?? '',
  dailyMax: rep?.limits.dailyMax ?? null,
  weeklyMax: rep?.limits.weeklyMax ?? null,
  monthlyMax: rep?.limits.monthlyMax ?? null,
})

function bodyOf(draft: Draft, rep: Rep | undefined): NewRep {
  return {
    name: draft.name.trim(),
    teamId: draft.teamId,
    level: draft.level,
    status: draft.status,
    weight: draft.weight ?? 100,
    territories: split(draft.territories),
    industries: split(draft.industries),
    productLines: split(draft.productLines),
    workingHours: orNull(draft.workingHours),
    // Empty contact fields of a rep whose contact is hidden from the reader must not wipe what is stored.
    ...(draft.email !== (rep?.email ?? '') ? { email: orNull(draft.email) } : {}),
    ...(draft.phone !== (rep?.phone ?? '') ? { phone: orNull(draft.phone) } : {}),
    limits: {
      ...(rep?.limits ?? {}),
      dailyMax: draft.dailyMax,
      weeklyMax: draft.weeklyMax,
      monthlyMax: draft.monthlyMax,
    },
  }
}

export function RepDialog({
  rep,
  teams,
  onClose,
}: {
  rep?: Rep
  teams: readonly Team[]
  onClose: () => void
}) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(rep))
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => (rep ? changeRep(rep, bodyOf(draft, rep)) : createRep(bodyOf(draft, undefined))),
    onSuccess: async () => {
      void notify({ text: m.people_saved(), tone: 'good' })
      onClose()
      await Promise.all(['rep', 'workload'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
    },
  })
  const errors = fieldErrors(save.error)
  const limit = (key: 'dailyMax' | 'weeklyMax' | 'monthlyMax', label: string) => (
    <Field label={label} error={errors[`limits.${key}`]}>
      {(control) => (
        <NumberInput
          {...control}
          min={0}
          digits={0}
          value={draft[key]}
          onChange={(value) => set({ [key]: value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={rep ? m.people_edit() : m.people_add()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button look="primary" type="submit" form="rep-form" busy={save.isPending}>
            {m.people_save()}
          </Button>
        </>
      }
    >
      <form
        id="rep-form"
        className="grid grid-cols-2 gap-x-4 gap-y-3 max-md:grid-cols-1"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {save.error && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad md:col-span-2">
            {problemSentence(save.error)}
          </p>
        )}
        <Field label={m.people_name()} required error={errors['name']}>
          {(control) => (
            <Input
              {...control}
              required
              value={draft.name}
              maxLength={100}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_team()} error={errors['teamId']}>
          {(control) => (
            <Combobox
              {...control}
              value={draft.teamId}
              onChange={(teamId) => set({ teamId })}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <Field label={m.people_level()}>
          {(control) => (
            <Select
              {...control}
              value={draft.level}
              onChange={(level) => set({ level })}
              options={optionsOf(levels)}
            />
          )}
        </Field>
        <Field label={m.people_status()} error={errors['status']}>
          {(control) => (
            <Select
              {...control}
              value={draft.status}
              onChange={(status) => set({ status })}
              options={optionsOf(statuses)}
            />
          )}
        </Field>
        <Field label={m.people_territories()} hint={m.people_separate()} error={errors['territories']}>
          {(control) => (
            <Input
              {...control}
              value={draft.territories}
              onChange={(event) => set({ territories: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_industries()} hint={m.people_separate()} error={errors['industries']}>
          {(control) => (
            <Input
              {...control}
              value={draft.industries}
              onChange={(event) => set({ industries: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_product_lines()} hint={m.people_separate()} error={errors['productLines']}>
          {(control) => (
            <Input
              {...control}
              value={draft.productLines}
              onChange={(event) => set({ productLines: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_hours()} hint={m.people_hours_hint()} error={errors['workingHours']}>
          {(control) => (
            <Input
              {...control}
              value={draft.workingHours}
              onChange={(event) => set({ workingHours: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_email()} error={errors['email']}>
          {(control) => (
            <Input
              {...control}
              type="email"
              value={draft.email}
              onChange={(event) => set({ email: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_phone()} error={errors['phone']}>
          {(control) => (
            <Input
              {...control}
              type="tel"
              value={draft.phone}
              onChange={(event) => set({ phone: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_weight()} hint={m.people_weight_hint()} error={errors['weight']}>
          {(control) => (
            <NumberInput
              {...control}
              min={0}
              digits={0}
              value={draft.weight}
              onChange={(weight) => set({ weight })}
            />
          )}
        </Field>
        {limit('dailyMax', m.people_limit_dailyMax())}
        {limit('weeklyMax', m.people_limit_weeklyMax())}
        {limit('monthlyMax', m.people_limit_monthlyMax())}
      </form>
    </Dialog>
  )
}
