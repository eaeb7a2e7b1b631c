import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, unwrap } from '../../api/client.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { FormProblem, IdentityFrame } from './identity-frame.tsx'
import { entrySentence } from './identity-problem.ts'

export function Screen() {
  const [email, setEmail] = useState('')
  const ask = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => unwrap(api.POST('/api/v1/password-resets', { body: { email: email.trim() } })),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <IdentityFrame
      title={m.identity_forgot_title()}
      intro={m.identity_forgot_intro()}
      foot={
        <Link to="/sign-in" className="touch text-accent hover:underline">
          {m.identity_sign_in_again()}
        </Link>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <FormProblem>{entrySentence(ask.error)}</FormProblem>
        <p
          role="status"
          className={ask.data ? 'rounded-md bg-tint px-3 py-2 text-sm text-on-tint' : 'sr-only'}
        >
          {ask.data &&
            (ask.data.delivery === 'mail' ? m.identity_forgot_sent() : m.identity_forgot_ask_admin())}
        </p>
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
        <Button type="submit" look="primary" size="lg" busy={ask.isPending}>
          {m.identity_forgot_send()}
        </Button>
      </form>
    </IdentityFrame>
  )
}
