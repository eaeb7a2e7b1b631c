import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'
import { editLead, type LeadDetail, leadQuery } from './lead-api.ts'
import { changedFields, LeadForm, type LeadFormValues } from './lead-form.tsx'
import { SaveRefusal } from './save-refusal.tsx'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function valuesOf(lead: LeadDetail): LeadFormValues {
  return {
    company: lead.company,
    name: lead.name,
    phone: lead.phone ?? '',
    wechat: lead.wechat ?? '',
    email: lead.email ?? '',
    region: lead.region ?? '',
    industry: lead.industry ?? '',
    product: lead.product ?? '',
    source: lead.source ?? '',
    note: text(lead.facts['note']),
    amountMinor: lead.amount === null ? null : Math.round(lead.amount * 100),
    intent: text(lead.facts['intent']) || null,
  }
}

/** What was typed over the version it was typed on, laid over the newest one: the other person's changes show, ours stay. */
function laidOver(newest: LeadFormValues, before: LeadFormValues, typed: LeadFormValues): LeadFormValues {
  const mine = Object.entries(typed).filter(([key, value]) => value !== before[key as keyof LeadFormValues])
  return { ...newest, ...Object.fromEntries(mine) }
}

/** Saved against the version that was read. Who came second is told who was first and when, and keeps what they typed. */
export function EditLeadDialog({ lead: first, onClose }: { lead: LeadDetail; onClose: () => void }) {
  const form = useId()
  const client = useQueryClient()
  const [lead, setLead] = useState(first)
  const [initial, setInitial] = useState(() => valuesOf(first))
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: (values: LeadFormValues) =>
      editLead(lead.id, lead.version, changedFields(valuesOf(lead), values)),
    onSuccess: async (saved) => {
      client.setQueryData(leadQuery(lead.id).queryKey, saved)
      void notify({ text: m.leads_saved(), tone: 'good' })
      onClose()
      await client.invalidateQueries({ queryKey: ['lead'] })
    },
    onError: async (error, typed) => {
      if (!(error instanceof Problem) || error.facts.code !== 'VERSION_MISMATCH') return
      const newest = await client.fetchQuery({ ...leadQuery(lead.id), staleTime: 0 })
      setInitial(laidOver(valuesOf(newest), valuesOf(lead), typed))
      setLead(newest)
    },
  })
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={m.leads_edit_title()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            {m.leads_save()}
          </Button>
        </>
      }
    >
      <SaveRefusal error={save.error} />
      <LeadForm key={lead.version} id={form} initial={initial} error={save.error} onSubmit={save.mutate} />
    </Dialog>
  )
}
