import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { keepAsSession, type Session } from '../../app/session/session.ts'

export type SignInBody = paths['/api/v1/session']['post']['requestBody']['content']['application/json']
export type SignUpBody = paths['/api/v1/companies']['post']['requestBody']['content']['application/json']

/** Somebody comes in: nothing of whoever was here before may be seen; whoever comes back finds what they were typing. */
function useEnter() {
  const client = useQueryClient()
  return (session: Session) => {
    client.clear()
    client.setQueryData(['session'], session)
    void keepAsSession(session)
  }
}

export function useSignIn(onIn: () => void) {
  const enter = useEnter()
  return useMutation({
    meta: { shownInForm: true },
    mutationFn: (body: SignInBody) => unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: (session) => {
      enter(session)
      onIn()
    },
  })
}

export function useSignUp(onIn: () => void) {
  const enter = useEnter()
  return useMutation({
    meta: { shownInForm: true },
    mutationFn: (body: SignUpBody) => unwrap(api.POST('/api/v1/companies', { body })),
    onSuccess: (session) => {
      enter(session)
      onIn()
    },
  })
}

/** Printed by the server at its first start, and no secret: the demo company holds made-up people only. */
export const DEMO: SignInBody = { email: 'owner@demo.peineng', password: 'peineng-demo' }
