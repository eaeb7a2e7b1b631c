import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useDraft } from '../../app/draft.ts'
import { DraftNotice } from '../../app/draft-notice.tsx'
import { organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { PickMany } from '../../ui/pick-many.tsx'
import { dayStart } from '../leads/day-start.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { workloadQuery } from '../today/today-api.ts'
import { dayOf } from './day-of.ts'
import { changeTask, reassignTask, type Task, type TaskChange } from './tasks-api.ts'
import { useTaskRights } from './use-task-actions.ts'

const DUE_HOUR_MS = 18 * 3_600_000

interface Step {
  readonly key: string
  readonly id?: string
  readonly title: string
  readonly day: string | null
  /** As it stands; kept to the minute while the day is not changed. */
  readonly dueAt: string | null
}

const evening = (day: string): string =>
  new Date(Date.parse(dayStart(day, organisationZone())) + DUE_HOUR_MS).toISOString()

/** Changes what was agreed, its milestones and who does it. Only what was changed is sent. */
export function EditTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const client = useQueryClient()
  const rights = useTaskRights()(task)
  const people = useQuery(workloadQuery).data?.items ?? []
  const zone = organisationZone()
  const draft = useDraft<Edited & { owner: string | null; reason: string }>(`task.edit.${task.id}`, {
    title: task.title,
    standard: task.standard,
    acceptance: task.acceptance,
    day: dayOf(task.dueAt, zone),
    helpers: task.collaborators.map((one) => one.id),
    owner: task.owner?.id ?? null,
    reason: '',
    steps: task.checkpoints
      .filter((one) => one.doneAt === null)
      .map((one) => ({
        key: one.id,
        id: one.id,
        title: one.title,
        day: dayOf(one.dueAt, zone),
        dueAt: one.dueAt,
      })),
  })
  const { values, set } = draft
  const { title, standard, acceptance, day, helpers, owner, reason, steps } = values
  const handsOver = owner !== null && owner !== task.owner?.id
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: async () => {
      const change = changeOf(task, values)
      if (Object.keys(change).length > 0) await changeTask(task, change)
      if (handsOver) await reassignTask(task.id, { repId: owner, reason: reason.trim() })
    },
    onSuccess: async () => {
      draft.forget()
      await client.invalidateQueries({ queryKey: ['task'] })
      onClose()
    },
  })
  const step = (key: string, change: Partial<Step>) =>
    set({ steps: steps.map((one) => (one.key === key ? { ...one, ...change } : one)) })
  const options = people.map((rep) => ({ value: rep.repId, label: rep.name }))
  return (
    <FormDialog
      title={m.tasks_edit()}
      description={m.tasks_edit_hint()}
      submit={m.tasks_save()}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
      onCancel={draft.forget}
    >
      <DraftNotice draft={draft} />
      {rights.edit && (
        <>
          <Field label={m.tasks_what()} required>
            {(control) => (
              <Input
                {...control}
                required
                value={title}
                onChange={(event) => set({ title: event.target.value })}
              />
            )}
          </Field>
          <Field label={m.tasks_when()} required>
            {(control) => <DatePicker {...control} value={day} onChange={(next) => set({ day: next })} />}
          </Field>
          <Field label={m.tasks_standard()} required>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={standard}
                onChange={(event) => set({ standard: event.target.value })}
              />
            )}
          </Field>
          <Field label={m.tasks_acceptance()} hint={m.tasks_acceptance_hint()}>
            {(control) => (
              <Input
                {...control}
                value={acceptance}
                onChange={(event) => set({ acceptance: event.target.value })}
              />
            )}
          </Field>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 text-sm font-medium text-quiet">{m.tasks_checkpoints()}</legend>
            {steps.map((one) => (
              <div key={one.key} className="flex flex-wrap items-center gap-2">
                <Input
                  required
                  className="min-w-0 flex-1"
                  aria-label={m.tasks_checkpoint_name()}
                  value={one.title}
                  onChange={(event) => step(one.key, { title: event.target.value })}
                />
                <div className="w-40">
                  <DatePicker
                    label={m.tasks_checkpoint_day({ checkpoint: one.title })}
                    value={one.day}
                    onChange={(next) => step(one.key, { day: next, dueAt: null })}
                  />
                </div>
                <IconButton
                  look="plain"
                  label={m.tasks_checkpoint_remove({ checkpoint: one.title })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => set({ steps: steps.filter((other) => other.key !== one.key) })}
                />
              </div>
            ))}
            <Button
              look="dashed"
              className="self-start"
              icon={<Plus aria-hidden />}
              onClick={() =>
                set({ steps: [...steps, { key: crypto.randomUUID(), title: '', day: null, dueAt: null }] })
              }
            >
              {m.tasks_checkpoint_add()}
            </Button>
          </fieldset>
          <PickMany
            label={m.tasks_helpers()}
            values={helpers}
            onChange={(next) => set({ helpers: next })}
            options={options.filter((one) => one.value !== owner)}
          />
        </>
      )}
      {rights.reassign && (
        <>
          <Field label={m.tasks_who()} required>
            {(control) => (
              <Combobox
                {...control}
                value={owner}
                onChange={(id) => id && set({ owner: id })}
                options={options}
              />
            )}
          </Field>
          {handsOver && (
            <Field label={m.tasks_reason()} required hint={m.tasks_reason_hint()}>
              {(control) => (
                <Input
                  {...control}
                  required
                  maxLength={500}
                  value={reason}
                  onChange={(event) => set({ reason: event.target.value })}
                />
              )}
            </Field>
          )}
        </>
      )}
    </FormDialog>
  )
}

interface Edited {
  readonly title: string
  readonly standard: string
  readonly acceptance: string
  readonly day: string | null
  readonly helpers: readonly string[]
  readonly steps: readonly Step[]
}

function changeOf(task: Task, { title, standard, acceptance, day, helpers, steps }: Edited): TaskChange {
  const open = task.checkpoints.filter((one) => one.doneAt === null)
  const same =
    steps.length === open.length &&
    steps.every((one, at) => one.id === open[at]?.id && one.title === open[at]?.title && one.dueAt !== null)
  const before = task.collaborators.map((one) => one.id)
  return {
    ...(title.trim() === task.title ? {} : { title: title.trim() }),
    ...(standard.trim() === task.standard ? {} : { standard: standard.trim() }),
    ...(acceptance.trim() === task.acceptance ? {} : { acceptance: acceptance.trim() }),
    ...(day === null || day === dayOf(task.dueAt, organisationZone()) ? {} : { dueAt: evening(day) }),
    ...(helpers.join() === before.join() ? {} : { collaboratorIds: [...helpers] }),
    ...(same
      ? {}
      : {
          checkpoints: steps.flatMap(({ id, title: name, day: on, dueAt }) =>
            on === null
              ? []
              : [{ ...(id === undefined ? {} : { id }), title: name.trim(), dueAt: dueAt ?? evening(on) }],
          ),
        }),
  }
}
