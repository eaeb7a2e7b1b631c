import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

/** The server's own rule, said before it has to be refused. */
export const SHORTEST_PASSWORD = 10

type NewPasswordFieldProps = {
  label: string
  value: string
  onChange: (password: string) => void
  error: string | undefined
}

export function NewPasswordField({ label, value, onChange, error }: NewPasswordFieldProps) {
  return (
    <Field label={label} hint={m.identity_password_hint()} error={error} required>
      {(control) => (
        <Input
          {...control}
          type="password"
          required
          minLength={SHORTEST_PASSWORD}
          autoComplete="new-password"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
