import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

type Proof = { totp: string } | { recoveryCode: string }
type SecondStepProps = { proof: Proof; onChange: (proof: Proof) => void; error: string | undefined }

/** The code of the authenticator app, or one of the codes kept for a lost phone. */
export function SecondStep({ proof, onChange, error }: SecondStepProps) {
  const byApp = 'totp' in proof
  return (
    <div className="flex flex-col gap-1">
      <Field
        label={byApp ? m.identity_code() : m.identity_recovery()}
        hint={byApp ? m.identity_code_hint() : undefined}
        error={error}
      >
        {(control) => (
          <Input
            {...control}
            autoFocus
            required
            inputMode={byApp ? 'numeric' : 'text'}
            autoComplete="one-time-code"
            value={byApp ? proof.totp : proof.recoveryCode}
            onChange={({ target }) => {
              const typed = target.value.trim()
              onChange(byApp ? { totp: typed.replace(/\D/g, '').slice(0, 6) } : { recoveryCode: typed })
            }}
          />
        )}
      </Field>
      <Button
        look="ghost"
        size="sm"
        className="self-start"
        onClick={() => onChange(byApp ? { recoveryCode: '' } : { totp: '' })}
      >
        {byApp ? m.identity_use_recovery() : m.identity_use_code()}
      </Button>
    </div>
  )
}
