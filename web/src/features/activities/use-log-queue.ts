import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api, unwrap } from '../../api/client.ts'
import { useSession } from '../../app/session/session.ts'
import { createLogQueue, type LogQueue, type QueuedLog } from './log-queue.ts'

const RETRY_MS = 20_000

const send = ({ kind, id, ref, body }: QueuedLog) => {
  const request = { params: { path: { id } }, headers: { 'idempotency-key': ref }, body: { ...body, ref } }
  switch (kind) {
    case 'lead':
      return unwrap(api.POST('/api/v1/leads/{id}/activities', request))
    case 'opportunity':
      return unwrap(api.POST('/api/v1/opportunities/{id}/activities', request))
    case 'account':
      return unwrap(api.POST('/api/v1/accounts/{id}/activities', request))
    case 'contact':
      return unwrap(api.POST('/api/v1/contacts/{id}/activities', request))
  }
}

let opened: { person: string; queue: LogQueue } | null = null

/** The one queue of whoever is signed in here. */
export function useLogQueue(): LogQueue {
  const person = useSession().data?.id ?? 'nobody'
  return useMemo(() => {
    if (opened?.person !== person)
      opened = { person, queue: createLogQueue({ storage: localStorage, person, send }) }
    return opened.queue
  }, [person])
}

export const useQueuedLogs = (queue: LogQueue): readonly QueuedLog[] =>
  useSyncExternalStore(queue.subscribe, queue.entries)

/** Tries again when the network is back, when the page is looked at again, and every so often. */
export function useFlushing(queue: LogQueue, waiting: number, onSent: () => void): void {
  useEffect(() => {
    if (waiting === 0) return
    const flush = () => {
      const before = queue.entries().length
      void queue.flush().then(() => queue.entries().length < before && onSent())
    }
    flush()
    const timer = setInterval(flush, RETRY_MS)
    addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      clearInterval(timer)
      removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [queue, waiting, onSent])
}
