import { eventStreamReader, type StreamEvent } from './read-event-stream.ts'

export type LiveState = 'connecting' | 'live' | 'lost'

type LiveOptions = {
  url: string
  onEvent: (event: StreamEvent) => void
  onState: (state: LiveState) => void
  /** 401: nothing to retry until somebody signs in. */
  onSignedOut: () => void
  fetch?: typeof globalThis.fetch
  wait?: (ms: number) => Promise<void>
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/**
 * "X changed, seq N" for as long as the page lives. After a break it asks for what followed the last id it saw.
 * Read with fetch, not EventSource: that one cannot tell 401 from a lost network and cannot resume after its own close.
 */
export function startLiveUpdates(options: LiveOptions): () => void {
  const { url, onEvent, onState, onSignedOut, fetch = globalThis.fetch.bind(globalThis) } = options
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  const stopping = new AbortController()
  let lastId: string | undefined
  let failures = 0

  const connect = async (): Promise<'again' | 'stop'> => {
    const headers = { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) }
    const response = await fetch(url, {
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: stopping.signal,
    })
    if (response.status === 401) return 'stop'
    if (!response.ok || !response.body) throw new Error(`live updates answered ${response.status}`)
    onState('live')
    failures = 0
    const read = eventStreamReader((event) => {
      if (event.id !== undefined) lastId = event.id
      onEvent(event)
    })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return 'again'
      read(value)
    }
  }

  const run = async () => {
    onState('connecting')
    while (!stopping.signal.aborted) {
      try {
        if ((await connect()) === 'stop') return onSignedOut()
      } catch {
        if (stopping.signal.aborted) return
        failures += 1
        if (failures > 1) onState('lost')
      }
      await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures))
    }
  }
  void run()
  return () => stopping.abort()
}
