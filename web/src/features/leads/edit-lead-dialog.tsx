import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { useDraft } from '../../app/draft.ts'
import { DraftNotice } from '../../app/draft-notice.tsx'
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

/** Saved against the version that was read. Who came second is told who was first and when, and keeps what they typed. */
export function EditLeadDialog({ lead: first, onClose }: { lead: LeadDetail; onClose: () => void }) {
  const form = useId()
  const client = useQueryClient()
  const [lead, setLead] = useState(first)
  // Laid over the newest version: the other person's changes show, ours stay.
  const draft = useDraft(`lead.${lead.id}`, valuesOf(lead))
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: (values: LeadFormValues) =>
      editLead(lead.id, lead.version, changedFields(valuesOf(lead), values)),
    onSuccess: async (saved) => {
      draft.forget()
      client.setQueryData(leadQuery(lead.id).queryKey, saved)
      void notify({ text: m.leads_saved(), tone: 'good' })
      onClose()
      await client.invalidateQueries({ queryKey: ['lead'] })
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.facts.code !== 'VERSION_MISMATCH') return
      setLead(await client.fetchQuery({ ...leadQuery(lead.id), staleTime: 0 }))
    },
  })
  const cancel = () => {
    draft.forget()
    onClose()
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={m.leads_edit_title()}
      actions={
        <>
          <Button onClick={cancel}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            {m.leads_save()}
          </Button>
        </>
      }
    >
      <SaveRefusal error={save.error} />
      <DraftNotice draft={draft} />
      <LeadForm id={form} draft={draft} error={save.error} onSubmit={save.mutate} />
    </Dialog>
  )
}
