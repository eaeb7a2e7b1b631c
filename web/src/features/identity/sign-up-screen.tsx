import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { getLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { FormProblem, IdentityFrame } from './identity-frame.tsx'
import { codeOf, entrySentence } from './identity-problem.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { SecondStep } from './second-step.tsx'
import { useSignUp } from './use-entry.ts'

export function Screen() {
  const navigate = useNavigate()
  const [company, setCompany] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [proof, setProof] = useState<{ totp: string } | { recoveryCode: string }>({ totp: '' })
  const signUp = useSignUp(() => void navigate({ to: '/start', replace: true }))
  const errors = fieldErrors(signUp.error)
  const problem = codeOf(signUp.error)
  // Who has a log-in with a second step already, founding another company.
  const asksCode = problem === 'TOTP_REQUIRED' || problem === 'TOTP_WRONG' || Object.values(proof)[0] !== ''

  const submit = (event: FormEvent) => {
    event.preventDefault()
    signUp.mutate({
      company: company.trim(),
      name: name.trim(),
      email: email.trim(),
      password,
      language: getLocale(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(asksCode ? proof : {}),
    })
  }
  return (
    <IdentityFrame
      title={m.identity_sign_up_title()}
      intro={m.identity_sign_up_intro()}
      foot={
        <Link to="/sign-in" className="touch text-accent hover:underline">
          {m.identity_signed_up_already()}
        </Link>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <FormProblem>{problem === 'TOTP_REQUIRED' ? undefined : entrySentence(signUp.error)}</FormProblem>
        <Field label={m.identity_company()} error={errors['company']} required>
          {(control) => (
            <Input
              {...control}
              required
              autoComplete="organization"
              value={company}
              onChange={(event) => setCompany(event.target.value)}
            />
          )}
        </Field>
        <Field label={m.identity_name()} error={errors['name']} required>
          {(control) => (
            <Input
              {...control}
              required
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={m.identity_email()} error={errors['email']} required>
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
        <NewPasswordField
          label={m.identity_password()}
          value={password}
          onChange={setPassword}
          error={errors['password']}
        />
        {asksCode && <SecondStep proof={proof} onChange={setProof} error={undefined} />}
        <Button type="submit" look="primary" size="lg" busy={signUp.isPending}>
          {m.identity_sign_up()}
        </Button>
      </form>
    </IdentityFrame>
  )
}
