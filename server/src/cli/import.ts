import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { composeSlices } from '../compose.ts'
import {
  changeMapping,
  type ImportKind,
  type ImportRow,
  type ImportServices,
  importKinds,
  mappingDocument,
  queueTask,
  readImport,
  receiveFile,
  workOn,
} from '../intake/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { render } from '../platform/errors/sentences/index.ts'
import { type Command, type CommandIo, CommandProblem, UsageError } from './command.ts'
import { describeRun } from './import/describe-run.ts'
import { withPlatform } from './with-platform.ts'

const usage = `Usage: peineng import --kind <kind> --file <file> [options]

Imports a CSV or XLSX file; encoding, delimiter, header and mapping are found out. Importing the same file again
changes nothing. Runs beside a running server or without one.

  --kind <kind>       leads | accounts | reps | products | opportunities
                      (import reps, products and accounts before what names them)
  --file <file>       .csv, .txt or .xlsx, at most 200 MB
  --tenant <slug>     may be left out where there is one company
  --mapping <file>    JSON: { "columns": { "<header>": "<field>" | null }, "values": { "<field>": { "<given>": "<used>" } },
                      "owners": "keep" | "ignore", "duplicates": "policy" | "create" }; what it leaves out is proposed
  --dry-run           do everything and roll it back
  --errors <file>     where problems go as CSV: row, column, what is wrong, what would be right
`

/** The mapping as people write it: by header, and only what differs from the proposal. */
interface MappingFile {
  readonly columns?: Readonly<Record<string, string | null>>
  readonly values?: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly owners?: string
  readonly duplicates?: string
}

export const importCommand: Command = {
  name: 'import',
  summary: 'import leads, accounts, reps, products or opportunities from a file',
  usage,
  async run(args: readonly string[], io: CommandIo): Promise<number> {
    const options = read(args)
    const path = resolve(io.cwd, options.file)
    const mapping = options.mapping === undefined ? {} : await readMapping(resolve(io.cwd, options.mapping))
    const found = await stat(path).catch(() => null)
    if (found === null || !found.isFile()) throw new UsageError(`cannot read ${options.file}`)
    return withPlatform(io, async (platform) => {
      const { intake, identity } = composeSlices(platform)
      const services: ImportServices = intake
      const tenantId = await tenantOf(identity, options.tenant)
      try {
        const id = await receiveFile(services, tenantId, {
          kind: options.kind,
          fileName: basename(path),
          createdBy: null,
          bytes: createReadStream(path, { highWaterMark: 1 << 20 }),
          truncated: () => false,
        })
        await settle(services, tenantId, id, mapping)
        await queueTask(services, tenantId, id, options.dryRun ? 'dry_run' : 'import', null)
        await workOn(services, tenantId, id, io.signal)
        const row = await finished(services, tenantId, id, io.signal)
        await describeRun(platform.database, tenantId, row, options.dryRun, io, options.errors)
        return row.state === 'failed' || row.problem !== null ? 1 : 0
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        const reasons = (error.details.errors ?? []).map((e) => `  ${e.field}: ${render(e.message, 'en')}`)
        io.stderr(`${[`${basename(path)}: ${error.message}`, ...reasons].join('\n')}\n`)
        return 1
      }
    })
  },
}

/** A running server's worker may have been quicker to claim it; then this waits for that one. */
async function finished(
  { platform }: ImportServices,
  tenantId: string,
  id: string,
  signal: AbortSignal,
): Promise<ImportRow> {
  for (;;) {
    const row = await platform.database.read(tenantId, (db) => readImport(db, id))
    if (row === null) throw new CommandProblem('the import was taken away')
    if (row.state !== 'working') return row
    if (signal.aborted) throw new CommandProblem('stopped; a running server goes on with the import')
    await sleep(500, undefined, { signal }).catch(() => undefined)
  }
}

function read(args: readonly string[]) {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  const { kind, file, tenant, mapping, errors } = parsed.values
  if (kind === undefined || !(importKinds as readonly string[]).includes(kind))
    throw new UsageError(`--kind must be one of ${importKinds.join(', ')}`)
  if (file === undefined) throw new UsageError('--file is missing')
  return {
    kind: kind as ImportKind,
    file,
    tenant,
    mapping,
    errors,
    dryRun: parsed.values['dry-run'] === true,
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      kind: { type: 'string' },
      file: { type: 'string' },
      tenant: { type: 'string' },
      mapping: { type: 'string' },
      errors: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
  })

async function readMapping(path: string): Promise<MappingFile> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as MappingFile
  } catch (error) {
    throw new UsageError(`cannot read the mapping: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Lays what the file says over the proposal. */
async function settle(
  services: ImportServices,
  tenantId: string,
  id: string,
  given: MappingFile,
): Promise<void> {
  if (Object.keys(given).length === 0) return
  const row = await services.platform.database.read(tenantId, (db) => readImport(db, id))
  if (row === null) throw new Error('the import vanished')
  for (const header of Object.keys(given.columns ?? {}))
    if (!row.columns.some((column) => column.header === header))
      throw new UsageError(`the file has no column "${header}"`)
  const mapping = mappingDocument.safeParse({
    ...row.mapping,
    ...given,
    columns: row.columns.map(({ header, field }) => {
      const wanted = given.columns?.[header]
      return wanted === undefined ? field : wanted
    }),
  })
  if (!mapping.success) throw new UsageError(`the mapping is not acceptable: ${mapping.error.message}`)
  await changeMapping(services, tenantId, id, mapping.data)
}

async function tenantOf(
  identity: ReturnType<typeof composeSlices>['identity'],
  slug: string | undefined,
): Promise<string> {
  if (slug !== undefined) {
    const id = await identity.tenantBySlug(slug)
    if (id === null) throw new CommandProblem(`There is no company "${slug}" here.`)
    return id
  }
  const [only, second] = await identity.allTenantIds()
  if (only === undefined)
    throw new CommandProblem('There is no company yet. Sign one up first, or start with the demo.')
  if (second !== undefined)
    throw new CommandProblem('There are several companies here; name one with --tenant <slug>.')
  return only
}
