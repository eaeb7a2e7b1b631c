import { useMutation } from '@tanstack/react-query'
import { CircleHelp, Hourglass } from 'lucide-react'
import { useId } from 'react'
import { useDraft } from '../../app/draft.ts'
import { DraftNotice } from '../../app/draft-notice.tsx'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { useRefreshAfterMove } from '../assignment/decision-api.ts'
import { createLead, type NewLead, type Placed } from './lead-api.ts'
import { changedFields, emptyLead, LeadForm, type LeadFormValues } from './lead-form.tsx'

type NewLeadDialogProps = { onClose: () => void; onWhy: (decisionId: string, subject: string) => void }

/** Written down, decided, and the owner shown with the reason: one dialog, no second page. */
export function NewLeadDialog({ onClose, onWhy }: NewLeadDialogProps) {
  const form = useId()
  const draft = useDraft('lead.new', emptyLead)
  const refresh = useRefreshAfterMove()
  const create = useMutation({
    meta: { shownInForm: true },
    mutationFn: (values: LeadFormValues) => createLead(changedFields(emptyLead, values) as NewLead),
    onSuccess: async () => {
      draft.forget()
      await refresh()
    },
  })
  const placed = create.data
  const subject = create.variables ? create.variables.company || create.variables.name : ''
  const cancel = () => {
    draft.forget()
    onClose()
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={placed ? subject : m.leads_new()}
      actions={
        placed ? (
          <>
            <Button onClick={create.reset}>{m.leads_decision_again()}</Button>
            <Button look="primary" onClick={onClose}>
              {m.leads_decision_done()}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={cancel}>{m.ui_cancel()}</Button>
            <Button type="submit" form={form} look="primary" busy={create.isPending}>
              {m.leads_create()}
            </Button>
          </>
        )
      }
    >
      {placed ? (
        <PlacedCard placed={placed} onWhy={(decisionId) => onWhy(decisionId, subject)} />
      ) : (
        <>
          {create.error && (
            <p role="alert" className="mb-3 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
              {problemSentence(create.error)}
            </p>
          )}
          <DraftNotice draft={draft} />
          <LeadForm id={form} draft={draft} error={create.error} onSubmit={create.mutate} />
        </>
      )}
    </Dialog>
  )
}

function PlacedCard({ placed, onWhy }: { placed: Placed; onWhy: (decisionId: string) => void }) {
  const { owner, state, reason, decisionId, merged } = placed
  const title = owner
    ? (state === 'offered' ? m.leads_new_offered : m.leads_new_owner)({ name: owner.name })
    : state === 'pooled'
      ? m.leads_new_pooled()
      : m.leads_new_waiting()
  return (
    <div role="status" data-placed={state} className="flex flex-col items-start gap-3 py-2">
      <div className="flex items-center gap-3">
        {owner ? (
          <Avatar name={owner.name} size="lg" />
        ) : (
          <span aria-hidden className="grid size-10 place-items-center rounded-full bg-ink/6 text-quiet">
            <Hourglass className="size-5" />
          </span>
        )}
        <p className="text-title font-semibold">{title}</p>
      </div>
      {merged && <p className="text-sm text-quiet">{m.leads_duplicate_merged()}</p>}
      <p className="w-full rounded-md bg-sunken px-3 py-2 text-sm">{reason.text}</p>
      {decisionId && (
        <Button look="tint" icon={<CircleHelp aria-hidden />} onClick={() => onWhy(decisionId)}>
          {m.leads_decision_why()}
        </Button>
      )}
    </div>
  )
}
