import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
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
  const [title, setTitle] = useState(task.title)
  const [standard, setStandard] = useState(task.standard)
  const [acceptance, setAcceptance] = useState(task.acceptance)
  const [day, setDay] = useState<string | null>(dayOf(task.dueAt, zone))
  const [helpers, setHelpers] = useState(task.collaborators.map((one) => one.id))
  const [owner, setOwner] = useState<string | null>(task.owner?.id ?? null)
  const [reason, setReason] = useState('')
  const [steps, setSteps] = useState<readonly Step[]>(
    task.checkpoints
      .filter((one) => one.doneAt === null)
      .map((one) => ({
        key: one.id,
        id: one.id,
        title: one.title,
        day: dayOf(one.dueAt, zone),
        dueAt: one.dueAt,
      })),
  )
  const handsOver = owner !== null && owner !== task.owner?.id
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: async () => {
      const change = changeOf(task, { title, standard, acceptance, day, helpers, steps })
      if (Object.keys(change).length > 0) await changeTask(task, change)
      if (handsOver) await reassignTask(task.id, { repId: owner, reason: reason.trim() })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['task'] })
      onClose()
    },
  })
  const step = (key: string, change: Partial<Step>) =>
    setSteps(steps.map((one) => (one.key === key ? { ...one, ...change } : one)))
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
    >
      {rights.edit && (
        <>
          <Field label={m.tasks_what()} required>
            {(control) => (
              <Input {...control} required value={title} onChange={(event) => setTitle(event.target.value)} />
            )}
          </Field>
          <Field label={m.tasks_when()} required>
            {(control) => <DatePicker {...control} value={day} onChange={setDay} />}
          </Field>
          <Field label={m.tasks_standard()} required>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={standard}
                onChange={(event) => setStandard(event.target.value)}
              />
            )}
          </Field>
          <Field label={m.tasks_acceptance()} hint={m.tasks_acceptance_hint()}>
            {(control) => (
              <Input
                {...control}
                value={acceptance}
                onChange={(event) => setAcceptance(event.target.value)}
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
                  onClick={() => setSteps(steps.filter((other) => other.key !== one.key))}
                />
              </div>
            ))}
            <Button
              look="dashed"
              className="self-start"
              icon={<Plus aria-hidden />}
              onClick={() =>
                setSteps([...steps, { key: crypto.randomUUID(), title: '', day: null, dueAt: null }])
              }
            >
              {m.tasks_checkpoint_add()}
            </Button>
          </fieldset>
          <PickMany
            label={m.tasks_helpers()}
            values={helpers}
            onChange={setHelpers}
            options={options.filter((one) => one.value !== owner)}
          />
        </>
      )}
      {rights.reassign && (
        <>
          <Field label={m.tasks_who()} required>
            {(control) => (
              <Combobox {...control} value={owner} onChange={(id) => id && setOwner(id)} options={options} />
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
                  onChange={(event) => setReason(event.target.value)}
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
