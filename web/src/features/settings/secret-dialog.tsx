import { Copy } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'

/** Something shown once: nothing outside the dialog closes it before it was read. */
export function SecretDialog({
  title,
  text,
  secret,
  onClose,
}: {
  title: string
  text: string
  secret: string
  onClose: () => void
}) {
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    await notify({ text: m.settings_copied(), tone: 'good' })
  }
  return (
    <Dialog
      open
      insistent
      onOpenChange={() => undefined}
      title={title}
      description={text}
      actions={
        <>
          <Button icon={<Copy aria-hidden />} onClick={() => void copy()}>
            {m.settings_copy()}
          </Button>
          <Button look="primary" onClick={onClose}>
            {m.settings_done()}
          </Button>
        </>
      }
    >
      <Field label={title} hideLabel>
        {(control) => (
          <Input
            {...control}
            readOnly
            value={secret}
            className="font-mono"
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
    </Dialog>
  )
}
