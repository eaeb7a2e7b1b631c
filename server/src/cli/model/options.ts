import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CommandIo, UsageError } from '../command.ts'

export type Options = Readonly<Record<string, string | undefined>>

/** `--name value` pairs, only the known names. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(known.map((name) => [name, { type: 'string' as const }])),
      strict: true,
      allowPositionals: false,
    })
    return values as Options
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export function needed(options: Options, name: string): string {
  const value = options[name]
  if (value === undefined || value === '') throw new UsageError(`--${name} is needed`)
  return value
}

/** Comma-separated names; a comma inside a name is written in double quotes as in CSV. */
export function nameList(text: string | undefined): string[] {
  if (text === undefined) return []
  const names: string[] = []
  for (const [, quoted, bare] of text.matchAll(/\s*(?:"([^"]*)"|([^,]+))\s*(?:,|$)/g)) {
    const name = (quoted ?? bare ?? '').trim()
    if (name !== '') names.push(name)
  }
  return names
}

export function pathOf(io: CommandIo, path: string): string {
  return resolve(io.cwd, path)
}
