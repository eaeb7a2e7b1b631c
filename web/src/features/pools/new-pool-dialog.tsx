import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { createPool } from './pool-api.ts'

/** A pool begins with a name and the defaults; everything else is in its settings. */
export function NewPoolDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const form = useId()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const make = useMutation({
    mutationFn: () => createPool(name.trim()),
    meta: { shownInForm: true },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['lead', 'pools'] })
      onMade(id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) make.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.pools_new()}
      description={m.pools_new_hint()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={make.isPending} disabled={!name.trim()}>
            {m.pools_create()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={m.pools_name()} required error={make.error ? problemSentence(make.error) : undefined}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
