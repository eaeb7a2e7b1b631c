import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, unwrap } from '../../api/client.ts'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { getLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { FormProblem, IdentityFrame } from './identity-frame.tsx'
import { codeOf, entrySentence } from './identity-problem.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { roleName } from './role-name.ts'
import { SecondStep } from './second-step.tsx'

export function Screen() {
  const { token = '' } = useParams({ strict: false })
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => unwrap(api.POST('/api/v1/invitations/look-up', { body: { token } })),
    retry: false,
  })
  const back = (
    <Link to="/sign-in" className="touch text-accent hover:underline">
      {m.identity_sign_in_again()}
    </Link>
  )
  if (!invitation.data) {
    return (
      <IdentityFrame title={m.identity_accept_title()} foot={back}>
        {invitation.isPending ? (
          <SkeletonLines />
        ) : (
          <FormProblem>{entrySentence(invitation.error)}</FormProblem>
        )}
      </IdentityFrame>
    )
  }
  const { company, role, email } = invitation.data
  return (
    <IdentityFrame
      title={m.identity_accept_title()}
      intro={m.identity_accept_intro({ company, role: roleName(role) })}
      foot={back}
    >
      <AcceptForm token={token} email={email} />
    </IdentityFrame>
  )
}

function AcceptForm({ token, email: invited }: { token: string; email: string | null }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState(invited ?? '')
  const [password, setPassword] = useState('')
  const [proof, setProof] = useState<{ totp: string } | { recoveryCode: string }>({ totp: '' })
  const accept = useMutation({
    meta: { shownInForm: true },
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/invitations/accept', {
          body: {
            token,
            name: name.trim(),
            ...(invited ? {} : { email: email.trim() }),
            password,
            language: getLocale(),
            ...(asksCode ? proof : {}),
          },
        }),
      ),
    onSuccess: async () => {
      client.clear()
      await navigate({ to: '/today', replace: true })
    },
  })
  const problem = codeOf(accept.error)
  const asksCode = problem === 'TOTP_REQUIRED' || problem === 'TOTP_WRONG' || Object.values(proof)[0] !== ''
  const errors = fieldErrors(accept.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <FormProblem>{problem === 'TOTP_REQUIRED' ? undefined : entrySentence(accept.error)}</FormProblem>
      <Field label={m.identity_email()} required={invited === null} error={errors['email']}>
        {(control) => (
          <Input
            {...control}
            type="email"
            required
            readOnly={invited !== null}
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
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
      <NewPasswordField
        label={m.identity_password()}
        value={password}
        onChange={setPassword}
        error={errors['password']}
      />
      {asksCode && <SecondStep proof={proof} onChange={setProof} error={undefined} />}
      <Button type="submit" look="primary" size="lg" busy={accept.isPending}>
        {m.identity_accept()}
      </Button>
    </form>
  )
}
