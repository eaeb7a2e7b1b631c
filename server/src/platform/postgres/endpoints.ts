import type { PoolConfig } from 'pg'

/**
 * The three doors into the database, one per role.
 * `owner` owns the schema and runs migrations, `app` serves requests under forced row security,
 * `dispatcher` reaches across tenants only through security-definer functions.
 * Every value can be handed to `new pg.Pool(...)` as it is; pool sizes are the caller's business.
 */
export interface PgEndpoints {
  readonly owner: PoolConfig
  readonly app: PoolConfig
  readonly dispatcher: PoolConfig
}

export type PgRole = keyof PgEndpoints

/** Role names are fixed, so that grants can be written in plain SQL migrations. */
export const ROLE_NAMES = {
  owner: 'peineng_owner',
  app: 'peineng_app',
  dispatcher: 'peineng_dispatcher',
} as const satisfies Record<PgRole, string>
