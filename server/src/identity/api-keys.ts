import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { actorOf } from './actor.ts'
import { createApiKey, type NewApiKey } from './create-api-key.ts'
import { refusing } from './database-problems.ts'
import { covers, mayGiveRole, permissionsOfRole, type RoleName } from './permissions.ts'

export interface ApiKeyRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly role: RoleName
  readonly scopes: readonly string[] | null
  readonly team_id: string | null
  readonly rep_id: string | null
  readonly created_by: string | null
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly last_used_at: Date | null
  readonly revoked_at: Date | null
}

const unknown = (field: string) => () =>
  new ProblemError('VALIDATION_FAILED', {
    errors: [{ field, code: 'unknown', message: 'no_such_record' }],
  })
const keyRefusals = { api_key_team: unknown('teamId'), api_key_rep: unknown('repId') }

/** Makes a key for somebody else's program: never one with more rights than its maker has at this moment. */
export async function issueApiKey(
  { database, clock }: Platform,
  by: Principal,
  input: NewApiKey,
): Promise<{ id: string; key: string }> {
  const own = permissionsOfRole(by.role, by.scopes)
  if (!mayGiveRole(by.role, input.role) || !covers(own, permissionsOfRole(input.role, input.scopes)))
    throw new ProblemError('SCOPE_TOO_WIDE')
  return refusing(keyRefusals, () =>
    database.write(by.tenantId, (db) => createApiKey(db, clock.now(), actorOf(by), input)),
  )
}

/** All keys, the newest first: few enough for one page. */
export async function listApiKeys(db: TenantReader): Promise<readonly ApiKeyRow[]> {
  return db.query<ApiKeyRow>(
    `select id, name, hint, role, scopes, team_id, rep_id, created_by, created_at, expires_at, last_used_at, revoked_at
     from api_key where tenant_id = $1 order by created_at desc, id desc limit 1000`,
    [db.tenantId],
  )
}

/** Refused from the next request on; revoking twice is not an error. */
export async function revokeApiKey({ database, clock }: Platform, by: Principal, id: string): Promise<void> {
  const now = clock.now()
  await database.write(by.tenantId, async (db) => {
    const [row] = await db.query<{ role: string; revoked_at: Date | null }>(
      'select role, revoked_at from api_key where tenant_id = $1 and id = $2 for update',
      [db.tenantId, id],
    )
    if (row === undefined) throw new ProblemError('NOT_FOUND')
    if (row.revoked_at !== null) return
    await db.query('update api_key set revoked_at = $3 where tenant_id = $1 and id = $2', [
      db.tenantId,
      id,
      new Date(now),
    ])
    await record(db, now, {
      ...actorOf(by),
      action: 'api_key.revoked',
      entityKind: 'api_key',
      entityId: id,
    })
    await announce(db, now, [
      { type: 'api_key.revoked', entityKind: 'api_key', entityId: id, actorId: by.id },
    ])
  })
}
