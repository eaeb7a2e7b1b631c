import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { changePassword, placesQuery } from './account-api.ts'
import { NewPasswordField } from './new-password-field.tsx'

export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    meta: { shownInForm: true },
    mutationFn: changePassword,
    onSuccess: async () => {
      void notify({ text: m.identity_password_changed(), tone: 'good' })
      onClose()
      await client.invalidateQueries({ queryKey: placesQuery.queryKey })
    },
  })
  return (
    <FormDialog
      title={m.identity_change_password()}
      description={m.identity_change_password_hint()}
      submit={m.identity_change_password()}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ current, next })}
      onClose={onClose}
    >
      <Field label={m.identity_current_password()} required>
        {(control) => (
          <Input
            {...control}
            type="password"
            required
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <NewPasswordField
        label={m.identity_new_password()}
        value={next}
        onChange={setNext}
        error={fieldErrors(change.error)['next']}
      />
    </FormDialog>
  )
}
