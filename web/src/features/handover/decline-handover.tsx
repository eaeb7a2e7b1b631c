import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { Select } from '../../ui/select.tsx'
import { type DeclineReason, declineHandover, type HandoverDetail } from './handover-api.ts'
import { declineReasons } from './handover-words.ts'

/** Whoever is to take over says no before they have read it: why, and what becomes of it. */
export function DeclineHandover({ handover, onDone }: { handover: HandoverDetail; onDone: () => void }) {
  const form = useId()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<DeclineReason | null>(null)
  const [note, setNote] = useState('')
  const ready = reason !== null && (reason !== 'other' || note.trim() !== '')
  const decline = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => declineHandover(handover, reason ?? 'other', note.trim()),
    onSuccess: async () => {
      void notify({ tone: 'good', text: m.handover_declined() })
      onDone()
      await Promise.all(
        ['handover', 'lead', 'account', 'opportunity', 'contact', 'activity', 'task'].map((noun) =>
          client.invalidateQueries({ queryKey: [noun] }),
        ),
      )
    },
    // It was written, confirmed or given on meanwhile: the panel shows what holds now.
    onError: () => client.invalidateQueries({ queryKey: ['handover'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) decline.mutate()
  }
  return (
    <div className="mt-6 border-t border-line pt-4">
      <p className="mb-2 text-sm text-quiet">{m.handover_decline_intro()}</p>
      <Button data-decline onClick={() => setOpen(true)}>
        {m.handover_decline()}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={m.handover_decline()}
        description={m.handover_decline_hint({ name: handover.from.name })}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{m.ui_cancel()}</Button>
            <Button type="submit" form={form} look="primary" busy={decline.isPending} disabled={!ready}>
              {m.handover_decline()}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          {decline.error && (
            <p role="alert" className="text-sm text-bad">
              {problemSentence(decline.error)}
            </p>
          )}
          <Field label={m.handover_decline_reason()} required>
            {(control) => (
              <Select
                {...control}
                value={reason}
                onChange={setReason}
                options={(Object.keys(declineReasons) as DeclineReason[]).map((value) => ({
                  value,
                  label: declineReasons[value](),
                }))}
              />
            )}
          </Field>
          <Field label={m.handover_decline_note()} required={reason === 'other'}>
            {(control) => (
              <TextArea
                {...control}
                value={note}
                maxLength={500}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </form>
      </Dialog>
    </div>
  )
}
