import { createHash } from 'node:crypto'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { announce } from '../../platform/outbox/index.ts'
import { attributesFor } from './attributes.ts'
import type { ImportServices } from './import-services.ts'
import type { ImportKind } from './kinds.ts'
import type { ImportMapping } from './mapping-document.ts'
import { findHead, headerSignature, proposeMapping } from './propose-mapping.ts'
import { findFormat, openRows } from './read/open-rows.ts'
import { type FileFormat, FileProblem, type SheetRow } from './read/sheet-row.ts'
import {
  deleteImport,
  dropForgotten,
  insertChunk,
  insertImport,
  readImport,
  rememberedMapping,
  storedFile,
  updateImport,
} from './store.ts'

export const largestFile = 200 * 1024 * 1024
const chunkSize = 1024 * 1024
/** Rows looked at to find the header and to show. */
const headRows = 200
const previewRows = 20

export interface Upload {
  readonly kind: ImportKind
  readonly fileName: string
  readonly createdBy: string | null
  readonly bytes: AsyncIterable<Uint8Array>
  /** Asked when the bytes have ended: whether they were cut off for being too many. */
  readonly truncated: () => boolean
}

/**
 * Takes a file in: chunk by chunk into the database, then looked at for format, header and a mapping to propose.
 * What cannot be read leaves nothing behind.
 */
export async function receiveFile(
  services: ImportServices,
  tenantId: string,
  upload: Upload,
): Promise<string> {
  const { database, clock } = services.platform
  const now = clock.now()
  const id = uuidv7(now)
  await database.write(tenantId, async (db) => {
    await dropForgotten(db, now)
    await insertImport(db, { id, ...upload }, now)
  })
  try {
    const { size, hash } = await store(services, tenantId, id, upload)
    const file = storedFile(database, tenantId, id, size)
    const format = await findFormat(file)
    await inspect(services, tenantId, id, format, { file_size: size, file_hash: hash, state: 'ready' })
    await database.write(tenantId, (db) =>
      announce(db, now, [
        { type: 'import.received', entityKind: 'import', entityId: id, actorId: upload.createdBy },
      ]),
    )
    return id
  } catch (error) {
    await database.write(tenantId, (db) => deleteImport(db, id))
    if (error instanceof FileProblem) throw new ProblemError(error.code, { detail: error.saying })
    throw error
  }
}

async function store(
  { platform }: ImportServices,
  tenantId: string,
  id: string,
  upload: Upload,
): Promise<{ size: number; hash: string }> {
  const hash = createHash('sha256')
  let size = 0
  let n = 0
  let parts: Uint8Array[] = []
  let held = 0
  const flush = async (): Promise<void> => {
    if (held === 0) return
    const bytes = Buffer.concat(parts)
    parts = []
    held = 0
    const at = n++
    await platform.database.write(tenantId, (db) => insertChunk(db, id, at, bytes))
  }
  for await (const part of upload.bytes) {
    size += part.length
    if (size > largestFile) throw new FileProblem('FILE_TOO_LARGE', 'at_most_200_mb')
    hash.update(part)
    parts.push(part)
    held += part.length
    if (held >= chunkSize) await flush()
  }
  await flush()
  if (upload.truncated()) throw new FileProblem('FILE_TOO_LARGE', 'at_most_200_mb')
  return { size, hash: hash.digest('hex') }
}

/** Looks at the first rows in a format and lays down what was found; also after somebody corrected the format. */
export async function inspect(
  services: ImportServices,
  tenantId: string,
  id: string,
  format: FileFormat,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { database } = services.platform
  const row = await database.read(tenantId, (db) => readImport(db, id))
  if (row === null) throw new ProblemError('NOT_FOUND')
  const size = typeof change['file_size'] === 'number' ? change['file_size'] : row.fileSize
  const rows: SheetRow[] = []
  for await (const one of openRows(storedFile(database, tenantId, id, size), format)) {
    rows.push(one)
    if (rows.length === headRows) break
  }
  const head = findHead(rows)
  const blank =
    head.headers.every((header) => header === '') &&
    rows.every((one) => one.cells.every((cell) => cell === ''))
  if (blank) throw new FileProblem('FILE_UNREADABLE', 'no_header_row')
  await database.write(tenantId, async (db) => {
    const attributes = await attributesFor(db, services.assignment.services.customers, row.kind)
    const remembered = await rememberedMapping(db, row.kind, headerSignature(head.headers))
    const columns = proposeMapping(
      row.kind,
      head,
      attributes.map((a) => a.key),
      remembered?.columns ?? null,
    )
    const mapping: ImportMapping = {
      values: remembered?.values ?? {},
      owners: remembered?.owners ?? 'keep',
      // Chosen file by file: where the last list went says nothing of this one.
      pool: null,
      duplicates: remembered?.duplicates ?? 'policy',
      columns: columns.map((column) => column.field),
      headerRow: head.headerRow,
    }
    await updateImport(db, id, {
      ...change,
      format,
      columns,
      mapping,
      preview: head.rows.slice(0, previewRows).map(({ number, cells }) => ({
        number,
        cells: cells.map((cell) => cell.slice(0, 200)),
      })),
    })
  })
}
