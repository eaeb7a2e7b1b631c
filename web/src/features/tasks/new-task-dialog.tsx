import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { Problem } from '../../api/problem.ts'
import { useDraft } from '../../app/draft.ts'
import { DraftNotice } from '../../app/draft-notice.tsx'
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
type NewTask = {
  title: string
  standard: string
  acceptance: string
  day: string | null
  owner: string
  value: Band
  difficulty: Hardness
  stepId: string | null
}
const emptyTask = {
  title: '',
  standard: '',
  acceptance: '',
  day: null,
  value: 'mid',
  difficulty: 'medium',
  stepId: null,
} as const
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
  const draft = useDraft<NewTask>(`task.new.${item?.id ?? 'free'}`, {
    ...emptyTask,
    owner: session?.repId ?? ENGINE,
  })
  const { values, set } = draft
  const suggestion = suggestionOf(create.error)

  const take = (step: NextSteps['steps'][number]) => {
    set({
      title: step.title,
      standard: step.standard,
      acceptance: step.acceptance,
      day: dayOf(step.dueAt, organisationZone()),
      stepId: step.stepId,
      ...(step.value ? { value: step.value } : {}),
      ...(step.difficulty ? { difficulty: step.difficulty } : {}),
    })
  }
  const close = () => {
    draft.forget()
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { title, standard, acceptance, day, owner, value, difficulty, stepId } = values
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
      { onSuccess: close },
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
          <Button onClick={close}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={create.isPending}>
            {m.tasks_dispatch()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <DraftNotice draft={draft} />
        {create.error && (
          <div role="alert" className="flex flex-col gap-2 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            <p>{suggestion ? suggestion.text : problemSentence(create.error)}</p>
            {suggestion && (
              <Button
                className="self-start"
                onClick={() => {
                  set({
                    title: suggestion.title,
                    standard: suggestion.standard,
                    day: dayOf(suggestion.dueAt, organisationZone()),
                  })
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
                look={step.stepId === values.stepId ? 'tint' : 'dashed'}
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
            <Input
              {...control}
              required
              value={values.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.tasks_when()} hint={m.tasks_when_hint()} required>
          {(control) => (
            <DatePicker
              {...control}
              value={values.day}
              min={toIsoDay(now)}
              onChange={(day) => set({ day })}
            />
          )}
        </Field>
        <Field label={m.tasks_standard()} required>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={values.standard}
              onChange={(event) => set({ standard: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.tasks_acceptance()} hint={m.tasks_acceptance_hint()}>
          {(control) => (
            <Input
              {...control}
              value={values.acceptance}
              onChange={(event) => set({ acceptance: event.target.value })}
            />
          )}
        </Field>
        {leads && (
          <Field label={m.tasks_who()} required>
            {(control) => (
              <Combobox
                {...control}
                value={values.owner}
                onChange={(id) => set({ owner: id ?? ENGINE })}
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
            value={values.value}
            onChange={(value) => set({ value })}
            options={[
              { value: 'high', label: m.tasks_value_high() },
              { value: 'mid', label: m.tasks_value_mid() },
              { value: 'low', label: m.tasks_value_low() },
            ]}
          />
          <Segments
            label={m.tasks_difficulty()}
            value={values.difficulty}
            onChange={(difficulty) => set({ difficulty })}
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
