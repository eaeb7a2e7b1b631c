import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'

const held = new WeakSet<Writable>()

/**
 * Statements started in one turn of the event loop leave in one packet: a system call and a wake-up of the database
 * instead of one for each of them. What the driver writes is held back until the turn's promises have run dry.
 */
export function sendTogether(client: PoolClient): void {
  // The stream is the driver's own affair and not in its types.
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  if (held.has(stream)) return
  held.add(stream)
  stream.cork()
  process.nextTick(() => {
    held.delete(stream)
    stream.uncork()
  })
}
