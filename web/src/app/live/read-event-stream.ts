export type StreamEvent = { id: string | undefined; type: string; data: string }

/**
 * Server-sent events from chunks that may end anywhere, even inside a line. Returns what to call with each chunk.
 * Ids persist over events that carry none, as the standard says; comments (heartbeats) are swallowed.
 */
export function eventStreamReader(onEvent: (event: StreamEvent) => void): (chunk: string) => void {
  let rest = ''
  let id: string | undefined
  let type = 'message'
  let data: string[] = []

  const line = (text: string) => {
    if (text === '') {
      if (data.length > 0) onEvent({ id, type, data: data.join('\n') })
      type = 'message'
      data = []
      return
    }
    const colon = text.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'event') type = value
    else if (field === 'id' && !value.includes('\0')) id = value
  }

  return (chunk) => {
    const text = rest + chunk
    // A \r at the very end may be the first half of \r\n: wait for the next chunk.
    const lines = text.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const entry of lines) line(entry)
  }
}
