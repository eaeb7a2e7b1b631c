import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { startLiveUpdates } from './live-updates.ts'
import { eventStreamReader, type StreamEvent } from './read-event-stream.ts'
import { gatherInvalidations, topicOf } from './use-live-updates.ts'

const STREAM =
  'id: 7\nevent: lead.assigned\ndata: {"a":1}\n\n: heartbeat\n\nid: 8\r\ndata: one\r\ndata: two\r\n\r\n'

describe('the event stream', () => {
  it('reads the same events wherever the network cuts', () => {
    const whole: StreamEvent[] = []
    eventStreamReader((event) => whole.push(event))(STREAM)
    expect(whole).toEqual([
      { id: '7', type: 'lead.assigned', data: '{"a":1}' },
      { id: '8', type: 'message', data: 'one\ntwo' },
    ])
    for (let cut = 1; cut < STREAM.length; cut += 1) {
      const parts: StreamEvent[] = []
      const read = eventStreamReader((event) => parts.push(event))
      read(STREAM.slice(0, cut))
      read(STREAM.slice(cut))
      expect(parts).toEqual(whole)
    }
  })

  it('asks after a break for what followed the last event it saw, and stops when signed out', async () => {
    const asked: (string | null)[] = []
    const seen: (string | undefined)[] = []
    const answers = [
      () => new Response(STREAM),
      () => Promise.reject(new TypeError('network')),
      () => new Response('', { status: 401 }),
    ]
    await new Promise<void>((resolve) => {
      startLiveUpdates({
        url: '/api/v1/events',
        onEvent: (event) => seen.push(event.id),
        onState: () => undefined,
        onSignedOut: resolve,
        wait: () => Promise.resolve(),
        fetch: async (_url, init) => {
          asked.push(new Headers(init?.headers).get('last-event-id'))
          const answer = answers[asked.length - 1]
          if (!answer) throw new Error('asked once too often')
          return answer()
        },
      })
    })
    expect(seen).toEqual(['7', '8'])
    expect(asked).toEqual([null, '8', '8'])
  })

  it('turns a burst of events into one refetch per topic', () => {
    const client = new QueryClient()
    const invalidated: unknown[] = []
    client.invalidateQueries = async (filters) => {
      invalidated.push(filters?.queryKey)
    }
    let act: () => void = () => undefined
    const invalidate = gatherInvalidations(client, (later) => {
      act = later
    })
    for (const type of ['lead.assigned', 'lead.assigned', 'rep.changed']) {
      const topic = topicOf({ id: undefined, type, data: '{}' })
      if (topic) invalidate(topic)
    }
    act()
    expect(invalidated).toEqual([['lead'], ['rep']])
  })
})
