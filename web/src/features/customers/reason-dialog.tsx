import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { FormDialog } from '../settings/form-dialog.tsx'

type ReasonDialogProps = {
  title: string
  description: string
  submit: string
  busy: boolean
  error: unknown
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** One thing to do, and why. */
export function ReasonDialog({ onSubmit, ...rest }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog {...rest} onSubmit={() => onSubmit(reason.trim())}>
      <Field label={m.leads_release_reason()}>
        {(control) => (
          <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}
