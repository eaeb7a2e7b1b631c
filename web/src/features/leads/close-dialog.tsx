import { type FormEvent, useId, useState } from 'react'
import { fieldErrors, problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { MoneyInput } from '../../ui/number-input.tsx'
import { Segments } from '../../ui/segments.tsx'
import type { CloseBody, Lead } from './lead-api.ts'
import { leadTitle } from './lead-title.ts'
import { useLeadActions } from './use-lead-actions.ts'

export function CloseDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const form = useId()
  const [outcome, setOutcome] = useState<CloseBody['outcome']>('won')
  const [reason, setReason] = useState('')
  const [amountMinor, setAmountMinor] = useState(lead.amount === null ? null : Math.round(lead.amount * 100))
  const { close } = useLeadActions()
  const errors = fieldErrors(close.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body: CloseBody = {
      outcome,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(outcome === 'won' && amountMinor !== null ? { amount: amountMinor / 100 } : {}),
    }
    close.mutate({ lead, body }, { onSuccess: onClose })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${m.leads_close()} · ${leadTitle(lead)}`}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={close.isPending}>
            {m.leads_close_save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {close.error && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(close.error)}
          </p>
        )}
        <Segments
          label={m.leads_close_outcome()}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'won', label: m.leads_close_won() },
            { value: 'lost', label: m.leads_close_lost() },
            { value: 'invalid', label: m.leads_close_invalid() },
          ]}
          className="self-start"
        />
        {outcome === 'won' && (
          <Field label={m.leads_amount()} error={errors['amount']}>
            {(control) => <MoneyInput {...control} value={amountMinor} onChange={setAmountMinor} />}
          </Field>
        )}
        <Field label={m.leads_close_reason()} hint={m.leads_close_reason_hint()} error={errors['reason']}>
          {(control) => (
            <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
