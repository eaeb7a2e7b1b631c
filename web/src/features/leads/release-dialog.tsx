import { type FormEvent, useId, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import type { Lead } from './lead-api.ts'
import { leadTitle, useLeadActions } from './use-lead-actions.ts'

/** Handing back: the reason is welcome, not demanded; somebody else is found at once. */
export function ReleaseDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const form = useId()
  const [reason, setReason] = useState('')
  const { release } = useLeadActions()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    release.mutate({ lead, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${m.leads_release()} · ${leadTitle(lead)}`}
      description={m.leads_release_hint()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={release.isPending}>
            {m.leads_release_save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field
          label={m.leads_release_reason()}
          error={release.error ? problemSentence(release.error) : undefined}
        >
          {(control) => (
            <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
