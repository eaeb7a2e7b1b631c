import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDraft } from '../../app/draft.ts'
import { DraftNotice } from '../../app/draft-notice.tsx'
import { fieldErrors, problemSentence } from '../../app/problem-sentence.ts'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { type Answers, type HandoverDetail, saveDraft, submitHandover } from './handover-api.ts'
import { beginningOf, labelOf } from './handover-words.ts'

/** A manager who was not there begins with what the timeline says; whoever knows the customer with an empty page. */
function firstAnswers(one: HandoverDetail): Answers {
  return Object.fromEntries(
    one.fields.map((field) => [
      field.id,
      field.answer === '' && one.writer === 'manager' ? beginningOf(one, field) : field.answer,
    ]),
  )
}

/** The checklist as a form. What is typed outlives a reload; the timeline's findings stand by, one press away. */
export function WriteChecklist({ handover }: { handover: HandoverDetail }) {
  const client = useQueryClient()
  const draft = useDraft(`handover.${handover.id}`, firstAnswers(handover))
  const answers = draft.values
  const put = (field: string, value: string) => draft.set({ [field]: value })
  const settled = (after: HandoverDetail) => {
    client.setQueryData(['handover', 'one', handover.id], after)
    void client.invalidateQueries({ queryKey: ['handover'] })
  }
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => saveDraft(handover, answers),
    onSuccess: (after) => {
      draft.forget()
      settled(after)
      void notify({ tone: 'good', text: m.handover_saved() })
    },
  })
  const submit = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => submitHandover(handover, answers),
    onSuccess: (after) => {
      draft.forget()
      settled(after)
      void notify({ tone: 'good', text: m.handover_submitted({ name: handover.to.name }) })
    },
  })
  const error = submit.error ?? save.error
  const errors = fieldErrors(submit.error)
  const now = new Date()
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        submit.mutate()
      }}
    >
      <p className="text-sm text-quiet">
        {handover.writer === 'manager'
          ? m.handover_write_manager({ count: formatNumber(handover.notes) })
          : m.handover_write_owner({
              name: handover.to.name,
              at: formatDateTime(new Date(handover.dueAt), now),
            })}
      </p>
      {error && (
        <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
          {problemSentence(error)}
        </p>
      )}
      <DraftNotice draft={draft} />
      {handover.fields.map((field) => (
        <div key={field.id} data-field={field.id}>
          <Field
            label={labelOf(field)}
            required={field.required}
            error={errors[`answers.${field.id}`]}
            hint={field.findings.length === 0 ? m.handover_found_nothing() : undefined}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={4}
                maxLength={5_000}
                value={answers[field.id] ?? ''}
                onChange={(event) => put(field.id, event.target.value)}
              />
            )}
          </Field>
          {field.findings.length > 0 && (
            <details className="mt-1.5 text-sm">
              <summary className="cursor-pointer text-quiet max-md:min-h-11 max-md:content-center">
                {m.handover_found({ count: formatNumber(field.findings.length) })}
              </summary>
              <ul className="mt-1 flex flex-col gap-1.5 border-l-2 border-line pl-3">
                {field.findings.map((found) => (
                  <li key={found.activityId}>
                    <span className="text-xs text-quiet">{formatDateTime(new Date(found.at), now)}</span>
                    <span className="block">{found.text}</span>
                  </li>
                ))}
              </ul>
              <Button
                size="sm"
                className="mt-2"
                onClick={() =>
                  put(field.id, [answers[field.id], beginningOf(handover, field)].filter(Boolean).join('\n'))
                }
              >
                {m.handover_take_over()}
              </Button>
            </details>
          )}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" busy={submit.isPending}>
          {m.handover_submit()}
        </Button>
        <Button busy={save.isPending} onClick={() => save.mutate()}>
          {m.handover_save()}
        </Button>
      </div>
    </form>
  )
}
