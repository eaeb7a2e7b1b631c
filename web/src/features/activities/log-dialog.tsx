import { type FormEvent, lazy, Suspense, useId, useState } from 'react'
import { useDraft } from '../../app/draft.ts'
import { DraftNotice } from '../../app/draft-notice.tsx'
import { problemSentence } from '../../app/problem-sentence.ts'
import { organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { addDays, toIsoDay } from '../../ui/iso-day.ts'
import { Segments } from '../../ui/segments.tsx'
import { dayStart } from '../leads/day-start.ts'
import type { LogBody } from '../leads/lead-api.ts'
import { wordOptions } from '../leads/lead-words.ts'
import type { LogKind } from './log-queue.ts'
import { useLog } from './use-log.ts'

const ContactHelp = lazy(() => import('./contact-help.tsx').then((part) => ({ default: part.ContactHelp })))

/** What it is written about; `person` is whom a greeting would name. */
export type LogSubject = { kind: LogKind; id: string; name: string; person?: string | null }
type LogDialogProps = { about: LogSubject; onClose: () => void }

type When = 'none' | 'tomorrow' | 'three' | 'week'
type Typed = { kind: LogBody['kind']; when: When; nextStep: string; summary: string }
type Result = NonNullable<LogBody['result']>
const DAYS: Readonly<Record<When, number>> = { none: 0, tomorrow: 1, three: 3, week: 7 }
const NINE_MS = 9 * 3_600_000

/** What is said most often after a contact, the usual answers first. */
const quick: readonly { result: Result; word: () => string }[] = [
  { result: 'no_answer', word: m.tasks_result_no_answer },
  { result: 'connected', word: m.tasks_result_connected },
  { result: 'interested', word: m.tasks_result_interested },
  { result: 'quote_requested', word: m.tasks_result_quote_requested },
  { result: 'meeting_set', word: m.tasks_result_meeting_set },
  { result: 'objection', word: m.tasks_result_objection },
  { result: 'postponed', word: m.tasks_result_postponed },
  { result: 'declined', word: m.tasks_result_declined },
]

/** Nine in the morning, so many days from today, in the organisation's zone. */
function morningIn(days: number): string {
  const start = dayStart(addDays(toIsoDay(new Date()), days), organisationZone())
  return new Date(Date.parse(start) + NINE_MS).toISOString()
}

/**
 * A press on what came of it saves it: two presses from the day's list in all. Whoever has more to tell writes, or
 * speaks to the keyboard's microphone, before that press. Without a network it waits and goes out later.
 */
export function LogDialog({ about, onClose }: LogDialogProps) {
  const form = useId()
  const [helping, setHelping] = useState(false)
  const draft = useDraft<Typed>(`log.${about.id}`, { kind: 'call', when: 'none', nextStep: '', summary: '' })
  const { values, set } = draft
  const { kind, when, nextStep, summary } = values
  const log = useLog()
  const close = () => {
    draft.forget()
    onClose()
  }

  const save = (result: Result | null) =>
    log.mutate(
      {
        kind: about.kind,
        id: about.id,
        subject: about.name,
        body: {
          kind,
          // When it happened, not when the network came back.
          at: new Date().toISOString(),
          ...(result ? { result } : {}),
          ...(summary.trim() ? { summary: summary.trim() } : {}),
          ...(nextStep.trim() ? { nextStep: nextStep.trim() } : {}),
          ...(when === 'none' ? {} : { nextStepAt: morningIn(DAYS[when]) }),
        },
      },
      { onSuccess: close },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save(null)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.leads_log_title({ name: about.name })}
      actions={
        <>
          <Button onClick={close}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={log.isPending}>
            {m.leads_log_save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <DraftNotice draft={draft} />
        {log.error && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(log.error)}
          </p>
        )}
        <Segments
          label={m.leads_log_kind()}
          value={kind}
          onChange={(next) => set({ kind: next })}
          options={wordOptions('kind') as { value: LogBody['kind']; label: string }[]}
          className="self-start"
        />
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-1 text-sm font-medium text-quiet">{m.tasks_log_result()}</legend>
          {quick.map(({ result, word }) => (
            <Button key={result} data-result={result} disabled={log.isPending} onClick={() => save(result)}>
              {word()}
            </Button>
          ))}
        </fieldset>
        <Field label={m.leads_log_summary()} hint={m.tasks_log_speak()}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              autoCapitalize="sentences"
              enterKeyHint="done"
              value={summary}
              onChange={(event) => set({ summary: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-col gap-2">
          <span className="text-sm font-medium text-quiet">{m.leads_log_next()}</span>
          <Segments
            label={m.leads_log_next_at()}
            value={when}
            onChange={(next) => set({ when: next })}
            options={[
              { value: 'none', label: m.leads_log_next_none() },
              { value: 'tomorrow', label: m.leads_log_next_tomorrow() },
              { value: 'three', label: m.leads_log_next_in_3() },
              { value: 'week', label: m.leads_log_next_week() },
            ]}
            className="self-start"
          />
          {when !== 'none' && (
            <Input
              aria-label={m.leads_log_next()}
              value={nextStep}
              onChange={(event) => set({ nextStep: event.target.value })}
            />
          )}
        </div>
        <div>
          <Button look="ghost" size="sm" aria-expanded={helping} onClick={() => setHelping(!helping)}>
            {m.tasks_help()}
          </Button>
          {helping && (
            <Suspense>
              <ContactHelp itemId={about.id} customer={about.person || about.name} />
            </Suspense>
          )}
        </div>
      </form>
    </Dialog>
  )
}
