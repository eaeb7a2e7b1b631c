import type { FastifyRequest } from 'fastify'
import type { TenantReader } from '../database/index.ts'
import { ProblemError } from '../errors/catalogue.ts'

/** The version a caller edited, from `If-Match: "3"` (or a bare 3); without it two people would overwrite each other. */
export function versionOf(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined) throw new ProblemError('VERSION_REQUIRED')
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (version === undefined)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'headers.if-match', code: 'version', message: 'version_you_edited' }],
    })
  return Number(version)
}

/**
 * What a conditional update that met no row means: gone, or changed meanwhile; then the answer says which version
 * stands, who made it and when, from the audit record of this transaction's tenant.
 */
export async function versionMismatch(
  db: TenantReader,
  entityId: string,
  currentVersion: number | undefined,
): Promise<ProblemError> {
  if (currentVersion === undefined) return new ProblemError('NOT_FOUND')
  const [last] = await db.query<{ at: Date; actor_kind: string; actor_id: string | null }>(
    `select at, actor_kind, actor_id from audit where tenant_id = $1 and entity_id = $2
     order by at desc, id desc limit 1`,
    [db.tenantId, entityId],
  )
  return new ProblemError('VERSION_MISMATCH', {
    extra: {
      currentVersion,
      ...(last === undefined
        ? {}
        : {
            changedAt: last.at.toISOString(),
            changedBy: { kind: last.actor_kind, id: last.actor_id },
          }),
    },
  })
}
