import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { releaseInto } from './pool-api.ts'
import { type Destination, ReleaseFields } from './release-fields.tsx'

type ReleaseManyProps = { itemIds: readonly string[]; onClose: () => void; onDone: () => void }

/** Many records into one pool with one reason (F7): what is low in value and hard need not be given back one by one. */
export function ReleaseManyDialog({ itemIds, onClose, onDone }: ReleaseManyProps) {
  const form = useId()
  const client = useQueryClient()
  const [to, setTo] = useState<Destination>({ poolId: '', reason: null })
  const [note, setNote] = useState('')
  const ready = to.poolId !== '' && to.reason !== null && (to.reason !== 'other' || note.trim() !== '')
  const release = useMutation({
    mutationFn: () => releaseInto(to.poolId, [...itemIds], to.reason ?? 'other', note.trim()),
    meta: { shownInForm: true },
    onSuccess: async ({ released, skipped }) => {
      void notify({ text: m.pools_released({ count: released.length }), tone: 'good' })
      if (skipped.length > 0) void notify({ text: m.pools_skipped({ count: skipped.length }) })
      await client.invalidateQueries({ queryKey: ['lead'] })
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) release.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.pools_release_many({ count: itemIds.length })}
      description={m.pools_release_hint()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={release.isPending} disabled={!ready}>
            {m.pools_release()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {release.error && (
          <p role="alert" className="text-sm text-bad">
            {problemSentence(release.error)}
          </p>
        )}
        <ReleaseFields poolsOnly value={to} onChange={setTo} />
        <Field label={m.pools_release_note()} required={to.reason === 'other'}>
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
  )
}
