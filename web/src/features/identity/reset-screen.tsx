import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, unwrap } from '../../api/client.ts'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import { FormProblem, IdentityFrame } from './identity-frame.tsx'
import { entrySentence } from './identity-problem.ts'
import { NewPasswordField } from './new-password-field.tsx'

export function Screen() {
  const { token = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => unwrap(api.POST('/api/v1/password-resets/confirm', { body: { token, password } })),
    onSuccess: async () => {
      void notify({ text: m.identity_reset_done(), tone: 'good' })
      await navigate({ to: '/sign-in', replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <IdentityFrame
      title={m.identity_reset_title()}
      foot={
        <Link to="/sign-in" className="touch text-accent hover:underline">
          {m.identity_sign_in_again()}
        </Link>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <FormProblem>{entrySentence(save.error)}</FormProblem>
        <NewPasswordField
          label={m.identity_new_password()}
          value={password}
          onChange={setPassword}
          error={fieldErrors(save.error)['password']}
        />
        <Button type="submit" look="primary" size="lg" busy={save.isPending}>
          {m.identity_reset_save()}
        </Button>
      </form>
    </IdentityFrame>
  )
}
