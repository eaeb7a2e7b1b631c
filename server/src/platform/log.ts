import { type Logger, pino } from 'pino'
import { redactLine } from './redact.ts'

export type Log = Logger

export interface LogOptions {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** One readable line per entry instead of JSON, for a person at a terminal. */
  readonly pretty: boolean
  /** Where lines go; standard error in a process, because standard output belongs to the command's answer. */
  readonly write: (line: string) => void
}

/** A structured log that lets no phone, mail address or token through. */
export function createLog(options: LogOptions): Log {
  const { pretty, write } = options
  return pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => write(pretty ? readable(redactLine(line)) : redactLine(line)) },
  )
}

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info ',
  40: 'warn ',
  50: 'ERROR',
  60: 'FATAL',
}

function readable(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const clock = new Date(String(time)).toLocaleTimeString('en-GB')
  const fields = Object.entries(rest)
    .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('')
  const problem = err as { stack?: string; message?: string } | undefined
  const stack = problem ? `\n  ${(problem.stack ?? problem.message ?? '').replaceAll('\n', '\n  ')}` : ''
  return `${clock} ${LEVELS[Number(level)] ?? String(level)} ${String(msg ?? '')}${fields}${stack}\n`
}
