import { type ReactNode, useId } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type FormDialogProps = {
  title: string
  description?: string
  submit: string
  busy: boolean
  error: unknown
  onSubmit: () => void
  onClose: () => void
  /** Before it closes by its own button: what was typed is not wanted. Esc, the cross and a pull keep it. */
  onCancel?: () => void
  children: ReactNode
}

/** A dialog with one form: its error above, Enter submits. */
export function FormDialog({
  title,
  description,
  submit,
  busy,
  error,
  onSubmit,
  onClose,
  onCancel,
  children,
}: FormDialogProps) {
  const id = useId()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      {...(description ? { description } : {})}
      actions={
        <>
          <Button
            onClick={() => {
              onCancel?.()
              onClose()
            }}
          >
            {m.ui_cancel()}
          </Button>
          <Button look="primary" type="submit" form={id} busy={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {error !== null && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(error)}
          </p>
        )}
        {children}
      </form>
    </Dialog>
  )
}
