import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'
import { useRefreshAfterMove } from '../assignment/decision-api.ts'
import type { LogBody } from '../leads/lead-api.ts'
import type { LogKind } from './log-queue.ts'
import { useLogQueue } from './use-log-queue.ts'

export type Log = { kind: LogKind; id: string; subject: string; body: LogBody }

/** Writes down what was done for a lead, a customer, somebody there or a deal; without a network it goes out later. */
export function useLog() {
  const refresh = useRefreshAfterMove()
  const client = useQueryClient()
  const queue = useLogQueue()
  return useMutation({
    meta: { shownInForm: true },
    // Without a network it is kept and sent later: that is the queue's to know, not a reason to wait here.
    networkMode: 'always',
    mutationFn: async (log: Log) => {
      const fate = await queue.add({ ref: crypto.randomUUID(), ...log })
      if (fate.fate === 'refused') throw fate.problem
      return fate.fate
    },
    onSuccess: async (fate) => {
      if (fate === 'waiting') {
        void notify({ text: m.tasks_queue_kept() })
        return
      }
      void notify({ text: m.leads_log_saved(), tone: 'good' })
      await Promise.all([
        refresh(),
        ...['activity', 'contact'].map((noun) => client.invalidateQueries({ queryKey: [noun] })),
      ])
    },
  })
}
