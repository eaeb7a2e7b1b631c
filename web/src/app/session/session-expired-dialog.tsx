import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, unwrap } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { problemSentence } from '../problem-sentence.ts'

type SessionExpiredDialogProps = { email: string; onResumed: () => void; onOther: () => void }

/** Signs the same person in again over the page they were on: nothing is unmounted, so nothing typed is lost. */
export function SessionExpiredDialog({ email, onResumed, onOther }: SessionExpiredDialogProps) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const client = useQueryClient()

  const resume = useMutation({
    meta: { shownInForm: true },
    mutationFn: () =>
      unwrap(api.POST('/api/v1/session', { body: { email, password, ...(code ? { totp: code } : {}) } })),
    onSuccess: async () => {
      onResumed()
      await client.invalidateQueries()
    },
  })
  const problem = resume.error instanceof Problem ? resume.error.facts.code : undefined
  const asksCode = problem === 'TOTP_REQUIRED' || problem === 'TOTP_WRONG' || code !== ''
  const sentence = resume.error ? problemSentence(resume.error) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    resume.mutate()
  }
  return (
    <Dialog
      insistent
      open
      onOpenChange={() => undefined}
      title={m.app_session_expired_title()}
      description={m.app_session_expired_detail()}
      actions={
        <>
          <Button look="ghost" onClick={onOther}>
            {m.app_session_other()}
          </Button>
          <Button
            type="submit"
            form="resume-session"
            look="primary"
            busy={resume.isPending}
            disabled={password === ''}
          >
            {m.app_session_resume()}
          </Button>
        </>
      }
    >
      <form id="resume-session" onSubmit={submit} className="flex flex-col gap-3">
        <Field label={m.app_session_email()}>
          {(control) => <Input {...control} type="email" autoComplete="username" value={email} readOnly />}
        </Field>
        <Field label={m.app_session_password()} error={asksCode ? undefined : sentence}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {asksCode && (
          <Field label={m.app_session_code()} error={sentence}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  )
}
