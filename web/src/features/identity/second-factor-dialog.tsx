import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { sessionQuery } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { beginSecondFactor, confirmSecondFactor, type Enrolment, removeSecondFactor } from './account-api.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

type Step = { name: 'prove' } | { name: 'scan'; enrolment: Enrolment } | { name: 'codes'; codes: string[] }

/** Password → scan and first code → recovery codes, shown this once. Or, `removing`: password, and it is off. */
export function SecondFactorDialog({ removing, onClose }: { removing: boolean; onClose: () => void }) {
  const client = useQueryClient()
  const [step, setStep] = useState<Step>({ name: 'prove' })
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const refresh = () => client.invalidateQueries({ queryKey: sessionQuery.queryKey, exact: true })
  const advance = useMutation({
    meta: { shownInForm: true },
    mutationFn: async (): Promise<Step | null> => {
      if (removing) {
        await removeSecondFactor(password)
        return null
      }
      if (step.name === 'prove') return { name: 'scan', enrolment: await beginSecondFactor(password) }
      return { name: 'codes', codes: (await confirmSecondFactor(code)).recoveryCodes }
    },
    onSuccess: async (next) => {
      if (next) setStep(next)
      if (next === null) {
        void notify({ text: m.identity_second_removed(), tone: 'good' })
        onClose()
      }
      if (next === null || next.name === 'codes') await refresh()
    },
  })
  if (step.name === 'codes') return <RecoveryCodes codes={step.codes} onClose={onClose} />
  return (
    <FormDialog
      title={removing ? m.identity_second_remove() : m.identity_second_begin()}
      description={step.name === 'scan' ? m.identity_second_scan() : m.identity_second_prove()}
      submit={removing ? m.identity_second_remove() : m.identity_next()}
      busy={advance.isPending}
      error={advance.error}
      onSubmit={() => advance.mutate()}
      onClose={onClose}
    >
      {step.name === 'prove' ? (
        <Field label={m.identity_password()} required>
          {(control) => (
            <Input
              {...control}
              type="password"
              required
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <>
          <img
            // Scanners want dark on light with a quiet margin, in either theme.
            className="mx-auto size-44 rounded-md bg-white"
            alt={m.identity_second_qr()}
            src={`data:image/svg+xml,${encodeURIComponent(renderSVG(step.enrolment.uri, { border: 2 }))}`}
          />
          <Field label={m.identity_second_secret()}>
            {(control) => (
              <Input
                {...control}
                readOnly
                value={step.enrolment.secret}
                className="font-mono"
                onFocus={(event) => event.target.select()}
              />
            )}
          </Field>
          <Field label={m.identity_code()} hint={m.identity_code_hint()} required>
            {(control) => (
              <Input
                {...control}
                required
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
