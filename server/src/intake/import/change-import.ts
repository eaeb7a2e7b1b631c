import { record } from '../../platform/audit/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import type { Principal } from '../../platform/http/index.ts'
import { attributesFor } from './attributes.ts'
import type { ImportServices } from './import-services.ts'
import { type ImportMapping, mappingProblems } from './mapping-document.ts'
import { headerSignature } from './propose-mapping.ts'
import { type FileFormat, FileProblem } from './read/sheet-row.ts'
import { inspect } from './receive-file.ts'
import {
  type ImportRow,
  type ImportTask,
  lockImport,
  readImport,
  rememberMapping,
  updateImport,
} from './store.ts'

export interface FormatChange {
  readonly encoding?: FileFormat['encoding']
  readonly delimiter?: string
  readonly sheet?: string
}

/** Reads the file anew in another encoding, with another delimiter or from another sheet. */
export async function changeFormat(
  services: ImportServices,
  tenantId: string,
  id: string,
  change: FormatChange,
): Promise<void> {
  const row = await services.platform.database.read(tenantId, (db) => readImport(db, id))
  const current = mustBe(row, ['ready'])
  if (current.format === null) throw new ProblemError('IMPORT_NOT_READY')
  try {
    await inspect(services, tenantId, id, { ...current.format, ...change }, { dry_run: null })
  } catch (error) {
    if (error instanceof FileProblem) throw new ProblemError(error.code, { detail: error.saying })
    throw error
  }
}

/** Settles what is what; remembered for the next file with these headers. */
export async function changeMapping(
  services: ImportServices,
  tenantId: string,
  id: string,
  mapping: ImportMapping,
): Promise<void> {
  const { database, clock } = services.platform
  await database.write(tenantId, async (db) => {
    const row = mustBe(await lockImport(db, id), ['ready', 'failed'])
    const attributes = await attributesFor(db, services.assignment.services.customers, row.kind)
    const errors = mappingProblems(
      row.kind,
      mapping.columns,
      attributes.map((a) => a.key),
    )
    if (mapping.columns.length > row.columns.length)
      errors.push({
        field: 'columns',
        code: 'too_many',
        message: says('columns_of_file', { count: row.columns.length }),
      })
    if (mapping.pool !== null && (await services.poolIsThere?.(db, mapping.pool)) !== true)
      errors.push({ field: 'pool', code: 'unknown', message: 'no_such_pool' })
    if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
    await updateImport(db, id, { mapping, dry_run: null })
    await rememberMapping(
      db,
      row.kind,
      headerSignature(row.columns.map((column) => column.header)),
      mapping,
      clock.now(),
    )
  })
}

const allowed: Readonly<Record<ImportTask, readonly ImportRow['state'][]>> = {
  dry_run: ['ready'],
  import: ['ready', 'failed'],
  undo: ['done', 'failed'],
}

/** Queues a task; a node with the `work` role picks it up within a second. */
export async function queueTask(
  services: ImportServices,
  tenantId: string,
  id: string,
  task: ImportTask,
  principal: Pick<Principal, 'kind' | 'id'> | null,
): Promise<void> {
  const { database, clock } = services.platform
  const now = clock.now()
  await database.write(tenantId, async (db) => {
    const row = mustBe(await lockImport(db, id), allowed[task])
    if (task !== 'undo') {
      const attributes = await attributesFor(db, services.assignment.services.customers, row.kind)
      const errors = mappingProblems(
        row.kind,
        row.mapping.columns,
        attributes.map((a) => a.key),
      )
      if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
      // Problems of a dry run make room for those of what runs now; a resumed import keeps its own.
      if (row.state === 'ready')
        await db.query('delete from import_error where tenant_id = $1 and import_id = $2', [tenantId, id])
    }
    await updateImport(db, id, {
      state: 'working',
      task,
      lease_until: null,
      problem: null,
      started_at: new Date(now),
    })
    await record(db, now, {
      actorKind: principal?.kind ?? 'system',
      actorId: principal?.id ?? null,
      action: `import.${task === 'import' ? 'started' : task === 'undo' ? 'undo_started' : 'dry_run'}`,
      entityKind: 'import',
      entityId: id,
      detail: { kind: row.kind },
    })
  })
}

function mustBe(row: ImportRow | null, states: readonly ImportRow['state'][]): ImportRow {
  if (row === null) throw new ProblemError('NOT_FOUND')
  if (!states.includes(row.state))
    throw new ProblemError('IMPORT_NOT_READY', { extra: { state: row.state, task: row.task } })
  return row
}
