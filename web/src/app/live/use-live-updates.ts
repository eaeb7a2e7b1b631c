import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type LiveState, startLiveUpdates } from './live-updates.ts'
import type { StreamEvent } from './read-event-stream.ts'

/** Query keys start with the noun they are about: an event about a lead refetches what shows leads. */
export function topicOf(event: StreamEvent): string | undefined {
  try {
    const facts: unknown = JSON.parse(event.data)
    const { entityKind, type } =
      typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : {}
    const topic = entityKind ?? type ?? event.type
    return typeof topic === 'string' ? topic.split('.')[0] : undefined
  } catch {
    return event.type.split('.')[0]
  }
}

const GATHER_MS = 150

/** A batch of 500 assignments is 500 events and one refetch. */
export function gatherInvalidations(
  client: QueryClient,
  delay: (act: () => void) => void = (act) => setTimeout(act, GATHER_MS),
): (topic: string) => void {
  const topics = new Set<string>()
  return (topic) => {
    if (topics.size === 0)
      delay(() => {
        const due = [...topics]
        topics.clear()
        for (const entry of due) void client.invalidateQueries({ queryKey: [entry] })
      })
    topics.add(topic)
  }
}

export function useLiveUpdates(url: string, active: boolean): LiveState {
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    if (!active) return
    const invalidate = gatherInvalidations(client)
    return startLiveUpdates({
      url,
      onState: setState,
      onSignedOut: () => void client.invalidateQueries({ queryKey: ['session'] }),
      onEvent: (event) => {
        const topic = topicOf(event)
        if (topic) invalidate(topic)
      },
    })
  }, [client, url, active])
  return state
}
