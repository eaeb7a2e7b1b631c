import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Tasks } from './services.ts'

/** Named helpers beside the one who is accountable; anybody of the company may help. */
export async function replaceCollaborators(
  db: TenantWriter,
  tasks: Tasks,
  taskId: string,
  repIds: readonly string[],
  ownerId: string | null,
): Promise<void> {
  const wanted = [...new Set(repIds)].filter((id) => id !== ownerId)
  const names = await tasks.people.repNames(db, wanted)
  const unknown = wanted.findIndex((id) => !names.has(id))
  if (unknown >= 0)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: `collaboratorIds.${unknown}`, code: 'unknown', message: 'no_such_rep' }],
    })
  await db.query(
    'delete from task_collaborator where tenant_id = $1 and task_id = $2 and not (rep_id = any($3::uuid[]))',
    [db.tenantId, taskId, wanted],
  )
  await db.query(
    `insert into task_collaborator (tenant_id, task_id, rep_id)
     select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    [db.tenantId, taskId, wanted],
  )
}
