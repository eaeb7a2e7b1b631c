import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { useRefreshAfterMove } from '../assignment/decision-api.ts'
import { releaseInto } from '../pools/pool-api.ts'
import { type Destination, ReleaseFields } from '../pools/release-fields.tsx'
import type { Lead } from './lead-api.ts'
import { leadTitle } from './lead-title.ts'
import { useLeadActions } from './use-lead-actions.ts'

/** Handing back: to somebody who is found at once, or into a pool with a coded reason. */
export function ReleaseDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const form = useId()
  const [note, setNote] = useState('')
  const [to, setTo] = useState<Destination>({ poolId: 'auto', reason: null })
  const { release } = useLeadActions()
  const refresh = useRefreshAfterMove()
  const pooling = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => releaseInto(to.poolId, [lead.id], to.reason ?? 'other', note.trim()),
    onSuccess: async ({ released }) => {
      void notify({ text: m.pools_released({ count: released.length }), tone: 'good' })
      await refresh()
      onClose()
    },
  })
  const auto = to.poolId === 'auto'
  const ready = auto || (to.reason !== null && (to.reason !== 'other' || note.trim() !== ''))
  const error = auto ? release.error : pooling.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    if (auto) release.mutate({ lead, reason: note.trim() }, { onSuccess: onClose })
    else pooling.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${m.leads_release()} · ${leadTitle(lead)}`}
      description={auto ? m.leads_release_hint() : m.pools_release_hint()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={release.isPending || pooling.isPending}
            disabled={!ready}
          >
            {m.leads_release_save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <ReleaseFields value={to} onChange={setTo} />
        <Field
          label={auto ? m.leads_release_reason() : m.pools_release_note()}
          required={to.reason === 'other'}
          error={error ? problemSentence(error) : undefined}
        >
          {(control) => (
            <TextArea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
