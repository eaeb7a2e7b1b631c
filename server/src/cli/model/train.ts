import { writeFile } from 'node:fs/promises'
import { LabelError, ROW_ORDER, type Table, trainModel } from '@peineng/engine/learning'
import { type CommandIo, UsageError } from '../command.ts'
import { describeModel } from './describe-model.ts'
import { nameList, needed, pathOf, readOptions } from './options.ts'
import { readTable } from './read-table.ts'

const KNOWN = ['data', 'label', 'exclude', 'include', 'time', 'half-life', 'rep', 'segment', 'out']

export async function trainFromFile(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args, KNOWN)
  const path = needed(options, 'data')
  const label = needed(options, 'label')
  const { table, delimiter, encoding } = await readTable(pathOf(io, path))
  const named = (option: string): string[] =>
    nameList(options[option]).flatMap((name) => columnsNamed(table, name, option))
  const single = (option: string): string | undefined =>
    options[option] === undefined ? undefined : named(option)[0]
  const rep = single('rep')
  const segment = single('segment')
  const halfLife = options['half-life']
  if (halfLife !== undefined && !(Number(halfLife) > 0))
    throw new UsageError('--half-life is a number of days above 0')
  const time = (): { time: string | null; fileOrder: 'check' | 'ignore' } => {
    const named = options['time']
    if (named === 'none') return { time: null, fileOrder: 'ignore' }
    if (named === ROW_ORDER && !table.columns.includes(ROW_ORDER))
      return { time: ROW_ORDER, fileOrder: 'check' }
    return { time: single('time') ?? null, fileOrder: 'check' }
  }
  io.stdout(
    `data      ${path}: ${table.rows} rows, ${table.columns.length} columns, delimiter ${JSON.stringify(delimiter)}, ${encoding}\n`,
  )
  try {
    const model = trainModel({
      table,
      label: columnNamed(table, label, 'label'),
      exclude: named('exclude'),
      include: named('include'),
      ...time(),
      roles: { ...(rep !== undefined && { rep }), ...(segment !== undefined && { segment }) },
      ...(halfLife !== undefined && { halfLifeDays: Number(halfLife) }),
    })
    io.stdout(describeModel(model))
    const out = options['out']
    if (out !== undefined) {
      await writeFile(pathOf(io, out), `${JSON.stringify(model)}\n`)
      io.stdout(`\nwrote ${out}\n`)
    }
    return 0
  } catch (error) {
    if (error instanceof LabelError) throw new UsageError(error.message)
    throw error
  }
}

/** A name, or a pattern with `*`. */
function columnsNamed(table: Table, name: string, option: string): string[] {
  if (!name.includes('*') || table.columns.includes(name)) return [columnNamed(table, name, option)]
  const parts = name.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`^${parts.join('.*')}$`, 'i')
  const found = table.columns.filter((column) => pattern.test(column))
  if (found.length === 0) throw new UsageError(`--${option}: no column matches "${name}"`)
  return found
}

/** Exact name first, then without case and outer spaces; a misspelt name must not silently exclude nothing. */
function columnNamed(table: Table, name: string, option: string): string {
  if (table.columns.includes(name)) return name
  const loose = table.columns.filter((column) => column.toLowerCase() === name.trim().toLowerCase())
  if (loose.length === 1) return loose[0]!
  throw new UsageError(`--${option}: there is no column "${name}"; columns: ${table.columns.join(', ')}`)
}
