import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'

/** A change of what decides wants a reason; it stays in the history. */
export function WhyDialog({
  title,
  description,
  act,
  onClose,
}: {
  title: string
  description: string
  act: (note: string) => Promise<unknown>
  onClose: () => void
}) {
  const [note, setNote] = useState('')
  const client = useQueryClient()
  const change = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => act(note),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['win_model'] })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button look="primary" type="submit" form="why-form" busy={change.isPending}>
            {title}
          </Button>
        </>
      }
    >
      <form
        id="why-form"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        {change.error && (
          <p role="alert" className="mb-3 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(change.error)}
          </p>
        )}
        <Field label={m.model_reason()} hint={m.model_reason_hint()} required>
          {(control) => (
            <TextArea
              {...control}
              required
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
