import { writeSync } from 'node:fs'
import { constants } from 'node:os'
import type { CommandIo } from './command.ts'

/** npm and process groups deliver one Ctrl-C twice, within milliseconds; impatience takes longer. */
const ECHO_MS = 1_000

/**
 * This process as a command sees it. The first Ctrl-C (or SIGTERM, or a closed terminal) asks to finish, a second one ends at once;
 * PostgreSQL, should it be running, is then adopted by the next start.
 */
export function processIo(): CommandIo {
  const stopping = new AbortController()
  let askedAt = 0
  const ask = (signal: NodeJS.Signals) => {
    if (!stopping.signal.aborted) {
      askedAt = performance.now()
      stopping.abort(signal)
    } else if (performance.now() - askedAt > ECHO_MS) {
      process.exit(128 + constants.signals[signal])
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  // `peineng … | head` closes our output; that is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: writeStderr,
    env: process.env,
    cwd: process.cwd(),
    signal: stopping.signal,
    startedAt: 0,
  }
}

/** Synchronous, so that the last words before an exit are not lost. */
function writeStderr(text: string): void {
  try {
    writeSync(2, text)
  } catch (error) {
    // A full pipe that the reader empties slowly: hand over to the stream, which waits.
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    process.stderr.write(text)
  }
}
