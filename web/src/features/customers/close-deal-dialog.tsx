import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { MoneyInput } from '../../ui/number-input.tsx'
import { Segments } from '../../ui/segments.tsx'
import { FormDialog } from '../settings/form-dialog.tsx'
import type { Opportunity } from './customer-api.ts'
import { closeDeal, type DealOutcome } from './record-api.ts'

/** Won, lost, or nothing in it: the end of a deal, which teaches the next assignment. */
export function CloseDealDialog({ deal, onClose }: { deal: Opportunity; onClose: () => void }) {
  const client = useQueryClient()
  const [outcome, setOutcome] = useState<DealOutcome>('won')
  const [reason, setReason] = useState('')
  const [amountMinor, setAmountMinor] = useState(deal.amount === null ? null : Math.round(deal.amount * 100))
  const close = useMutation({
    meta: { shownInForm: true },
    mutationFn: () =>
      closeDeal(deal.id, {
        outcome,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(outcome === 'won' && amountMinor !== null ? { amount: amountMinor / 100 } : {}),
      }),
    onSuccess: async () => {
      void notify({ text: m.leads_closed_done({ name: deal.name }), tone: 'good' })
      onClose()
      await client.invalidateQueries({ queryKey: ['opportunity'] })
    },
  })
  return (
    <FormDialog
      title={`${m.accounts_close_deal()} · ${deal.name}`}
      submit={m.leads_close_save()}
      busy={close.isPending}
      error={close.error}
      onSubmit={() => close.mutate()}
      onClose={onClose}
    >
      <Segments
        label={m.leads_close_outcome()}
        value={outcome}
        onChange={setOutcome}
        options={[
          { value: 'won', label: m.accounts_outcome_won() },
          { value: 'lost', label: m.accounts_outcome_lost() },
          { value: 'invalid', label: m.accounts_outcome_invalid() },
        ]}
        className="self-start"
      />
      {outcome === 'won' && (
        <Field label={m.accounts_amount()}>
          {(control) => <MoneyInput {...control} value={amountMinor} onChange={setAmountMinor} />}
        </Field>
      )}
      <Field label={m.leads_close_reason()} hint={m.leads_close_reason_hint()}>
        {(control) => (
          <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}
