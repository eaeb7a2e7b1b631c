import { useState } from 'react'
import { useDraft } from '../../app/draft.ts'
import { useSession } from '../../app/session/session.ts'
import { organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { Segments } from '../../ui/segments.tsx'
import { dayStart } from '../leads/day-start.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import type { TaskCallView } from './call-api.ts'
import { dayOf } from './day-of.ts'
import type { Task } from './tasks-api.ts'
import { type CallActions, useCallActions } from './use-call-actions.ts'

const DAY_MS = 86_400_000
const USUAL_DAYS = 2

/** The end of a day of the company, but never after the card is due. */
const endOf = (day: string, dueAt: string): string => {
  const end = Date.parse(dayStart(day, organisationZone())) + DAY_MS - 60_000
  return new Date(Math.min(end, Date.parse(dueAt))).toISOString()
}

type OpenCallProps = { task: Task; onClose: () => void }

/** Until when, of whom, and a word of what it takes. */
export function OpenCallDialog({ task, onClose }: OpenCallProps) {
  const actions = useCallActions(task.id)
  const company = useSession().data?.permissions['tasks.work'] === 'tenant'
  const zone = organisationZone()
  const now = new Date()
  const last = dayOf(task.dueAt, zone)
  const usual = dayOf(new Date(now.getTime() + USUAL_DAYS * DAY_MS).toISOString(), zone)
  const [day, setDay] = useState<string | null>(usual < last ? usual : last)
  const [reach, setReach] = useState<'team' | 'company'>('team')
  const draft = useDraft(`task.call.${task.id}`, { note: '' })
  return (
    <FormDialog
      title={m.tasks_call_open()}
      description={m.tasks_call_open_hint()}
      submit={m.tasks_call_open()}
      busy={actions.open.isPending}
      error={actions.open.error}
      onClose={onClose}
      onCancel={draft.forget}
      onSubmit={() =>
        day !== null &&
        actions.open.mutate(
          { until: endOf(day, task.dueAt), reach, note: draft.values.note.trim() },
          {
            onSuccess: () => {
              draft.forget()
              onClose()
            },
          },
        )
      }
    >
      <Field label={m.tasks_call_until()} required hint={m.tasks_call_until_hint()}>
        {(control) => (
          <DatePicker
            {...control}
            clearable={false}
            value={day}
            min={dayOf(now.toISOString(), zone)}
            max={last}
            onChange={setDay}
          />
        )}
      </Field>
      {company && (
        <Segments
          label={m.tasks_call_reach()}
          value={reach}
          onChange={setReach}
          options={[
            { value: 'team', label: m.tasks_call_team() },
            { value: 'company', label: m.tasks_call_company() },
          ]}
        />
      )}
      <Field label={m.tasks_call_note()}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={draft.values.note}
            onChange={(event) => draft.set({ note: event.target.value })}
          />
        )}
      </Field>
    </FormDialog>
  )
}

type NominateProps = {
  taskId: string
  /** Whom one may recommend; null = oneself. */
  asked: TaskCallView['asked'] | null
  actions: CallActions
  onDone: () => void
}

/** A sentence why, and for a colleague who. */
export function NominateForm({ taskId, asked, actions, onDone }: NominateProps) {
  const draft = useDraft(`task.nominate.${taskId}`, { why: '' })
  const [repId, setRepId] = useState<string | null>(null)
  const why = draft.values.why.trim()
  return (
    <form
      className="mt-3 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (why === '' || (asked !== null && repId === null)) return
        actions.nominate.mutate(
          { why, ...(repId === null ? {} : { repId }) },
          {
            onSuccess: () => {
              draft.forget()
              onDone()
            },
          },
        )
      }}
    >
      {asked !== null && (
        <Field label={m.tasks_call_whom()} required hint={m.tasks_call_whom_hint()}>
          {(control) => (
            <Combobox
              {...control}
              value={repId}
              onChange={setRepId}
              options={asked.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
      <Field label={m.tasks_call_why()} required>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={300}
            value={draft.values.why}
            onChange={(event) => draft.set({ why: event.target.value })}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{m.tasks_call_not_now()}</Button>
        <Button type="submit" look="primary" busy={actions.nominate.isPending}>
          {asked === null ? m.tasks_call_stand() : m.tasks_call_recommend()}
        </Button>
      </div>
    </form>
  )
}
