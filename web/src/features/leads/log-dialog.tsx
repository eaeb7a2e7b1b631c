import { type FormEvent, useId, useState } from 'react'
import { useDraft } from '../../app/draft.ts'
import { problemSentence } from '../../app/problem-sentence.ts'
import { organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { addDays, toIsoDay } from '../../ui/iso-day.ts'
import { Segments } from '../../ui/segments.tsx'
import { dayStart } from './day-start.ts'
import type { LogBody } from './lead-api.ts'
import { wordOptions } from './lead-words.ts'
import { leadTitle, useLeadActions } from './use-lead-actions.ts'

type LogDialogProps = { lead: { id: string; company: string; name: string }; onClose: () => void }

type When = 'none' | 'tomorrow' | 'three' | 'week'
const DAYS: Readonly<Record<When, number>> = { none: 0, tomorrow: 1, three: 3, week: 7 }
const NINE_MS = 9 * 3_600_000

/** Nine in the morning, so many days from today, in the organisation's zone. */
function morningIn(days: number): string {
  const start = dayStart(addDays(toIsoDay(new Date()), days), organisationZone())
  return new Date(Date.parse(start) + NINE_MS).toISOString()
}

/** Saved as it stands it says "called, reached": two presses in all. Everything else is optional. */
export function LogDialog({ lead, onClose }: LogDialogProps) {
  const form = useId()
  const [kind, setKind] = useState<LogBody['kind']>('call')
  const [reached, setReached] = useState<'yes' | 'no'>('yes')
  const [when, setWhen] = useState<When>('none')
  const [nextStep, setNextStep] = useState('')
  const [summary, setSummary, forget] = useDraft(`log.${lead.id}`, '')
  const { log } = useLeadActions()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    log.mutate(
      {
        leadId: lead.id,
        body: {
          kind,
          reached: reached === 'yes',
          ...(summary.trim() ? { summary: summary.trim() } : {}),
          ...(nextStep.trim() ? { nextStep: nextStep.trim() } : {}),
          ...(when === 'none' ? {} : { nextStepAt: morningIn(DAYS[when]) }),
        },
      },
      {
        onSuccess: () => {
          forget()
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.leads_log_title({ name: leadTitle(lead) })}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={log.isPending}>
            {m.leads_log_save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {log.error && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(log.error)}
          </p>
        )}
        <Segments
          label={m.leads_log_kind()}
          value={kind}
          onChange={setKind}
          options={wordOptions('kind') as { value: LogBody['kind']; label: string }[]}
          className="self-start"
        />
        <Segments
          label={m.leads_log_reached()}
          value={reached}
          onChange={setReached}
          options={[
            { value: 'yes', label: m.leads_log_reached() },
            { value: 'no', label: m.leads_log_not_reached() },
          ]}
          className="self-start"
        />
        <Field label={m.leads_log_summary()}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={summary}
              onChange={(event) => setSummary(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-col gap-2">
          <span className="text-sm font-medium text-quiet">{m.leads_log_next()}</span>
          <Segments
            label={m.leads_log_next_at()}
            value={when}
            onChange={setWhen}
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
              onChange={(event) => setNextStep(event.target.value)}
            />
          )}
        </div>
      </form>
    </Dialog>
  )
}
