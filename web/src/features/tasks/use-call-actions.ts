import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'
import { answerCall, type Candidate, chooseCandidate, closeCall, nominate, openCall } from './call-api.ts'

const REASON_LENGTH = 500

/** What is done with the call on one card. */
export function useCallActions(taskId: string) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['task'] })
  const open = useMutation({
    meta: { shownInForm: true },
    mutationFn: (body: Parameters<typeof openCall>[1]) => openCall(taskId, body),
    onSuccess: refresh,
  })
  const put = useMutation({
    mutationFn: (body: Parameters<typeof nominate>[1]) => nominate(taskId, body),
    onSuccess: async (_, { repId }) => {
      void notify({ text: repId ? m.tasks_call_recommended() : m.tasks_call_stood(), tone: 'good' })
      await refresh()
    },
  })
  const answer = useMutation({
    mutationFn: (agree: boolean) => answerCall(taskId, agree),
    onSuccess: refresh,
    onError: refresh,
  })
  const choose = useMutation({
    mutationFn: ({ rep, why }: Candidate) =>
      chooseCandidate(taskId, {
        repId: rep.id,
        reason: m.tasks_call_reason({ why }).slice(0, REASON_LENGTH),
      }),
    onSuccess: async (_, { rep }) => {
      void notify({ text: m.tasks_call_chosen({ name: rep.name }), tone: 'good' })
      await refresh()
    },
    onError: refresh,
  })
  const close = useMutation({ mutationFn: () => closeCall(taskId), onSuccess: refresh, onError: refresh })
  return { open, nominate: put, answer, choose, close }
}
export type CallActions = ReturnType<typeof useCallActions>
