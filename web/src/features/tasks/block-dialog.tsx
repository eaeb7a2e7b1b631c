import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { nextStepsQuery, type Task } from './tasks-api.ts'

type BlockDialogProps = {
  task: Task
  busy: boolean
  onBlock: (blocker: { code: string; note: string }) => void
  onClose: () => void
}

/** Why it stands still: one press on a reason is enough; the note comes first where there is one to write. */
export function BlockDialog({ task, busy, onBlock, onClose }: BlockDialogProps) {
  const reasons = useQuery(nextStepsQuery(null)).data?.blockers ?? []
  const [note, setNote] = useState('')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.tasks_block_title()}
      description={task.title}
    >
      <div className="flex flex-col gap-3 pb-3">
        <Field label={m.tasks_block_note()}>
          {(control) => (
            <TextArea {...control} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-1 text-sm font-medium text-quiet">{m.tasks_block_reason()}</legend>
          {reasons.map((reason) => (
            <Button
              key={reason.code}
              data-reason={reason.code}
              disabled={busy}
              onClick={() => onBlock({ code: reason.code, note: note.trim() })}
            >
              {reason.text}
            </Button>
          ))}
        </fieldset>
      </div>
    </Dialog>
  )
}
