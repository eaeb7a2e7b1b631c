import type { Sweep } from '../../platform/context.ts'
import type { ImportServices } from './import-services.ts'
import { FileProblem } from './read/sheet-row.ts'
import { leaseMs, runImport } from './run-import.ts'
import { lockImport, readImport, updateImport } from './store.ts'
import { undoImport } from './undo-import.ts'

/** Does the work imports wait for: on one node each, taken over by another where that one died. */
export function importSweep(services: ImportServices): Sweep {
  const { database, clock, log } = services.platform
  return {
    name: 'imports',
    everyMs: 1000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ tenant_id: string; id: string }>(
        'select tenant_id, id from imports_to_run($1)',
        [new Date(clock.now())],
      )
      for (const { tenant_id, id } of rows) {
        if (signal.aborted) return
        try {
          await workOn(services, tenant_id, id, signal)
        } catch (error) {
          log.error({ err: error, importId: id }, 'an import failed')
        }
      }
    },
  }
}

/** Claims one import and does what it waits for; nothing where another node has it. */
export async function workOn(
  services: ImportServices,
  tenantId: string,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock } = services.platform
  const now = clock.now()
  const claimed = await database.write(tenantId, async (db) => {
    const rows = await db.query(
      `update import set lease_until = $3, started_at = coalesce(started_at, $4) where tenant_id = $1 and id = $2
       and state = 'working' and (lease_until is null or lease_until < $4) returning 1 as one`,
      [tenantId, id, new Date(now + leaseMs), new Date(now)],
    )
    return rows.length === 0 ? null : readImport(db, id)
  })
  if (claimed === null) return
  try {
    const done =
      claimed.task === 'undo'
        ? await undoImport(services, tenantId, claimed, signal)
        : await runImport(services, tenantId, claimed, signal)
    if (done) return
    await database.write(tenantId, (db) => updateImport(db, id, { lease_until: null }))
  } catch (error) {
    await database.write(tenantId, async (db) => {
      const row = await lockImport(db, id)
      if (row?.state !== 'working') return
      await updateImport(db, id, {
        // A dry run that failed leaves the file as it was; a half-done import says so and can be started again.
        state: row.task === 'dry_run' ? 'ready' : 'failed',
        task: null,
        lease_until: null,
        row_reached: row.task === 'dry_run' ? 0 : row.rowReached,
        problem: {
          code: error instanceof FileProblem ? error.code : 'INTERNAL',
          message: JSON.stringify(error instanceof FileProblem ? error.saying : 'import_stopped'),
        },
      })
    })
    throw error
  }
}
