import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announce } from '../platform/outbox/index.ts'
import type { Actor } from './actor.ts'
import type { PermissionName, RoleName } from './permissions.ts'
import { apiKeyHint, hashToken, newApiKey } from './tokens.ts'

export interface NewApiKey {
  readonly name: string
  readonly role: RoleName
  /** Absent = everything the role may. */
  readonly scopes?: readonly PermissionName[]
  /** Epoch ms; absent = until revoked. */
  readonly expiresAt?: number
  /** Give meaning to a role that reaches a team or one's own. */
  readonly teamId?: string
  readonly repId?: string
}

/** Makes a key. The key itself is in the answer and nowhere else. */
export async function createApiKey(
  db: TenantWriter,
  now: number,
  actor: Actor,
  input: NewApiKey,
): Promise<{ id: string; key: string }> {
  const id = uuidv7(now)
  const key = newApiKey()
  await db.query(
    `insert into api_key (tenant_id, id, name, key_hash, hint, role, scopes, team_id, rep_id, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      db.tenantId,
      id,
      input.name,
      hashToken(key),
      apiKeyHint(key),
      input.role,
      input.scopes === undefined ? null : [...input.scopes],
      input.teamId ?? null,
      input.repId ?? null,
      actor.actorId,
      new Date(now),
      input.expiresAt === undefined ? null : new Date(input.expiresAt),
    ],
  )
  await record(db, now, {
    ...actor,
    action: 'api_key.created',
    entityKind: 'api_key',
    entityId: id,
    detail: { name: input.name, role: input.role, scopes: input.scopes ?? null },
  })
  await announce(db, now, [
    { type: 'api_key.created', entityKind: 'api_key', entityId: id, actorId: actor.actorId },
  ])
  return { id, key }
}
