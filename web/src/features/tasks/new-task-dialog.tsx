import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { useDraft } from '../../app/draft.ts'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useSession } from '../../app/session/session.ts'
import { formatDateTime, organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { toIsoDay } from '../../ui/iso-day.ts'
import { Segments } from '../../ui/segments.tsx'
import { dayStart } from '../leads/day-start.ts'
import { workloadQuery } from '../today/today-api.ts'
import { dayOf } from './day-of.ts'
import { type NextSteps, nextStepsQuery } from './tasks-api.ts'
import { useTaskActions } from './use-task-actions.ts'

type NewTaskDialogProps = {
  /** The customer's record it is for; null = free-standing. */
  item: { kind: 'lead' | 'account' | 'opportunity'; id: string; name: string } | null
  onClose: () => void
}

const DUE_HOUR_MS = 18 * 3_600_000
const ENGINE = 'engine'
type Band = 'high' | 'mid' | 'low'
type Hardness = 'easy' | 'medium' | 'hard'
type Suggestion = { title: string; dueAt: string; standard: string; text: string }

const suggestionOf = (error: unknown): Suggestion | null =>
  error instanceof Problem && error.facts.code === 'TASK_INCOMPLETE'
    ? ((error.facts.extra['suggestion'] as Suggestion | undefined) ?? null)
    : null

/** Who, what, by when, how. A standard step of the customer's class fills everything at one press. */
export function NewTaskDialog({ item, onClose }: NewTaskDialogProps) {
  const form = useId()
  const session = useSession().data
  const leads = session?.permissions['tasks.dispatch'] !== undefined
  const steps = useQuery({ ...nextStepsQuery(item?.id ?? null), enabled: item !== null }).data?.steps ?? []
  const people = useQuery({ ...workloadQuery, enabled: leads }).data?.items ?? []
  const { create } = useTaskActions()
  const [title, setTitle, forgetTitle] = useDraft('task.title', '')
  const [standard, setStandard, forgetStandard] = useDraft('task.standard', '')
  const [acceptance, setAcceptance] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [owner, setOwner] = useState<string>(session?.repId ?? ENGINE)
  const [value, setValue] = useState<Band>('mid')
  const [difficulty, setDifficulty] = useState<Hardness>('medium')
  const [stepId, setStepId] = useState<string | null>(null)
  const suggestion = suggestionOf(create.error)

  const take = (step: NextSteps['steps'][number]) => {
    setTitle(step.title)
    setStandard(step.standard)
    setAcceptance(step.acceptance)
    setDay(dayOf(step.dueAt, organisationZone()))
    if (step.value) setValue(step.value)
    if (step.difficulty) setDifficulty(step.difficulty)
    setStepId(step.stepId)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(
      {
        title: title.trim(),
        standard: standard.trim(),
        acceptance: acceptance.trim(),
        ...(day === null
          ? {}
          : { dueAt: new Date(Date.parse(dayStart(day, organisationZone())) + DUE_HOUR_MS).toISOString() }),
        ownerId: owner === ENGINE ? null : owner,
        value,
        difficulty,
        ...(item === null ? {} : { itemKind: item.kind, itemId: item.id }),
        ...(stepId === null ? {} : { stepId }),
      },
      {
        onSuccess: () => {
          forgetTitle()
          forgetStandard()
          onClose()
        },
      },
    )
  }
  const now = new Date()
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title={item ? m.tasks_new_for({ name: item.name }) : m.tasks_new()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={create.isPending}>
            {m.tasks_dispatch()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {create.error && (
          <div role="alert" className="flex flex-col gap-2 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            <p>{suggestion ? suggestion.text : problemSentence(create.error)}</p>
            {suggestion && (
              <Button
                className="self-start"
                onClick={() => {
                  setTitle(suggestion.title)
                  setStandard(suggestion.standard)
                  setDay(dayOf(suggestion.dueAt, organisationZone()))
                  create.reset()
                }}
              >
                {m.tasks_take_suggestion()}
              </Button>
            )}
          </div>
        )}
        {steps.length > 0 && (
          <fieldset className="flex flex-wrap gap-2">
            <legend className="mb-1 text-sm font-medium text-quiet">{m.tasks_steps()}</legend>
            {steps.map((step) => (
              <Button
                key={step.stepId}
                look={step.stepId === stepId ? 'tint' : 'dashed'}
                onClick={() => take(step)}
              >
                {m.tasks_step({
                  title: step.title.split(/[：:]/)[0] ?? step.title,
                  at: formatDateTime(new Date(step.dueAt), now),
                })}
              </Button>
            ))}
          </fieldset>
        )}
        <Field label={m.tasks_what()} required>
          {(control) => (
            <Input {...control} required value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={m.tasks_when()} hint={m.tasks_when_hint()} required>
          {(control) => <DatePicker {...control} value={day} min={toIsoDay(now)} onChange={setDay} />}
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
            <Input {...control} value={acceptance} onChange={(event) => setAcceptance(event.target.value)} />
          )}
        </Field>
        {leads && (
          <Field label={m.tasks_who()} required>
            {(control) => (
              <Combobox
                {...control}
                value={owner}
                onChange={(id) => setOwner(id ?? ENGINE)}
                options={[
                  { value: ENGINE, label: m.tasks_engine_chooses() },
                  ...people.map((rep) => ({ value: rep.repId, label: rep.name })),
                ]}
              />
            )}
          </Field>
        )}
        <div className="flex flex-wrap gap-4">
          <Segments
            label={m.tasks_value()}
            value={value}
            onChange={setValue}
            options={[
              { value: 'high', label: m.tasks_value_high() },
              { value: 'mid', label: m.tasks_value_mid() },
              { value: 'low', label: m.tasks_value_low() },
            ]}
          />
          <Segments
            label={m.tasks_difficulty()}
            value={difficulty}
            onChange={setDifficulty}
            options={[
              { value: 'easy', label: m.tasks_difficulty_easy() },
              { value: 'medium', label: m.tasks_difficulty_medium() },
              { value: 'hard', label: m.tasks_difficulty_hard() },
            ]}
          />
        </div>
      </form>
    </Dialog>
  )
}
