import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { notify } from '../../ui/notify.ts'
import { repsQuery } from '../assignment/decision-api.ts'
import { assignFrom, type Pool } from './pool-api.ts'

type AssignDialogProps = {
  pool: Pool
  itemIds: readonly string[]
  onClose: () => void
  onDone: () => void
}

/** A manager gives selected records to one or several people, in turn. */
export function AssignDialog({ pool, itemIds, onClose, onDone }: AssignDialogProps) {
  const form = useId()
  const client = useQueryClient()
  const [query, setQuery] = useState('')
  const [reps, setReps] = useState<readonly { id: string; name: string }[]>([])
  const found = useQuery(repsQuery(query))
  const assign = useMutation({
    mutationFn: () =>
      assignFrom(
        pool.id,
        [...itemIds],
        reps.map((rep) => rep.id),
      ),
    meta: { shownInForm: true },
    onSuccess: async ({ assigned, skipped }) => {
      void notify({ text: m.pools_assigned({ count: assigned.length }), tone: 'good' })
      if (skipped.length > 0) void notify({ text: m.pools_skipped({ count: skipped.length }) })
      await client.invalidateQueries({ queryKey: ['lead'] })
      onDone()
    },
  })
  const options = (found.data?.items ?? []).filter((rep) => !reps.some((one) => one.id === rep.id))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reps.length > 0) assign.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.pools_assign_title({ count: itemIds.length })}
      description={m.pools_assign_hint()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={assign.isPending}
            disabled={reps.length === 0}
          >
            {m.pools_assign()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {assign.error && (
          <p role="alert" className="text-sm text-bad">
            {problemSentence(assign.error)}
          </p>
        )}
        <Field label={m.pools_assign_to()} required>
          {(control) => (
            <Combobox
              {...control}
              value={null}
              onSearch={setQuery}
              searching={found.isFetching}
              options={options.map((rep) => ({ value: rep.id, label: rep.name }))}
              onChange={(id) => {
                const rep = options.find((one) => one.id === id)
                if (rep) setReps([...reps, rep])
              }}
            />
          )}
        </Field>
        <ul className="flex flex-wrap gap-2">
          {reps.map((rep) => (
            <li key={rep.id}>
              <Button
                type="button"
                size="sm"
                icon={<X aria-hidden />}
                aria-label={m.pools_take_away({ name: rep.name })}
                onClick={() => setReps(reps.filter((one) => one.id !== rep.id))}
              >
                {rep.name}
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  )
}
