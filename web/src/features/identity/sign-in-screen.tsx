import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { FormProblem, IdentityFrame } from './identity-frame.tsx'
import { codeOf, entrySentence } from './identity-problem.ts'
import { SecondStep } from './second-step.tsx'
import { DEMO, useSignIn } from './use-entry.ts'

export function Screen() {
  const { next } = useSearch({ strict: false }) as { next?: string }
  const navigate = useNavigate()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [proof, setProof] = useState<{ totp: string } | { recoveryCode: string }>({ totp: '' })
  const signIn = useSignIn(() => void navigate({ href: next ?? '/today', replace: true }))

  const problem = codeOf(signIn.error)
  const asksCode = problem === 'TOTP_REQUIRED' || problem === 'TOTP_WRONG' || Object.values(proof)[0] !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password, ...(asksCode ? proof : {}) })
  }
  const demo = signIn.variables === DEMO
  const sentence =
    problem === 'TOTP_REQUIRED'
      ? undefined
      : demo && problem === 'WRONG_CREDENTIALS'
        ? m.identity_demo_missing()
        : entrySentence(signIn.error)
  return (
    <IdentityFrame
      title={m.identity_sign_in_title()}
      foot={
        <>
          <Link to="/sign-up" className="touch text-accent hover:underline">
            {m.identity_sign_up_link()}
          </Link>
          <Button
            size="lg"
            className="w-full"
            disabled={signIn.isPending}
            onClick={() => signIn.mutate(DEMO)}
          >
            {m.identity_demo()}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <FormProblem>{problem === 'TOTP_WRONG' ? undefined : sentence}</FormProblem>
        <Field label={m.identity_email()}>
          {(control) => (
            <Input
              {...control}
              type="email"
              required
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label={m.identity_password()}>
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
        {asksCode && (
          <SecondStep
            proof={proof}
            onChange={setProof}
            error={problem === 'TOTP_WRONG' ? sentence : undefined}
          />
        )}
        <Button type="submit" look="primary" size="lg" busy={signIn.isPending && !demo}>
          {m.identity_sign_in()}
        </Button>
        <Link to="/forgot" className="touch self-center text-sm text-quiet hover:text-ink hover:underline">
          {m.identity_forgot()}
        </Link>
      </form>
    </IdentityFrame>
  )
}
