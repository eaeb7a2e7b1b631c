import type { ClientBase } from 'pg'
import { ROLE_NAMES } from './endpoints.ts'
import { PostgresProblem } from './errors.ts'
import { LOCK, LOCK_SPACE } from './locks.ts'

/** The embedded cluster is ours: roles that log in through the private socket, and a database the owner role owns. */
export async function prepareEmbedded(client: ClientBase, database: string): Promise<void> {
  await whileLocked(client, async () => {
    for (const statement of await missingRoles(client, 'login')) await client.query(statement)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database} owner ${ROLE_NAMES.owner}`)
  })
}

/**
 * One's own PostgreSQL: the login of DATABASE_URL becomes a member of the three roles and takes one per connection.
 * Where it may not create them, the message is the script an administrator has to run.
 */
export async function prepareOwn(client: ClientBase): Promise<void> {
  await whileLocked(client, async () => {
    const statements = [...(await missingRoles(client, 'nologin')), ...(await missingRights(client))]
    try {
      for (const statement of statements) await client.query(statement)
    } catch (cause) {
      throw new PostgresProblem(
        'ROLES_MISSING',
        `Peineng needs three database roles and may not create them here (${(cause as Error).message}). ` +
          `Have an administrator run, in the database of DATABASE_URL:\n\n${statements.map((line) => `  ${line};`).join('\n')}\n`,
        { cause },
      )
    }
  })
}

async function whileLocked(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('select pg_advisory_lock($1, $2)', [LOCK_SPACE, LOCK.prepare])
  try {
    await work()
  } finally {
    await client.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, LOCK.prepare])
  }
}

/** Statements still to run so that all three roles exist, are ours to take, and none may pass row security. */
async function missingRoles(client: ClientBase, kind: 'login' | 'nologin'): Promise<string[]> {
  const { rows } = await client.query<{ login: string; superuser: boolean; version: number }>(
    `select quote_ident(rolname) as login, rolsuper as superuser,
            current_setting('server_version_num')::int as version
       from pg_roles where rolname = current_user`,
  )
  const [current] = rows
  if (!current) throw new Error('the current user has no row in pg_roles')
  // Membership alone does not include SET ROLE since PostgreSQL 16.
  const privilege = current.version >= 160_000 ? 'SET' : 'MEMBER'
  const statements: string[] = []
  for (const role of Object.values(ROLE_NAMES)) {
    const found = await client.query<{ member: boolean; powerful: boolean }>(
      `select pg_has_role(current_user, oid, $2) as member, rolsuper or rolbypassrls as powerful
         from pg_roles where rolname = $1`,
      [role, privilege],
    )
    const state = found.rows[0]
    if (!state) statements.push(`create role ${role} ${kind}`)
    if (state?.powerful) statements.push(`alter role ${role} nosuperuser nobypassrls`)
    if (!current.superuser && !state?.member) statements.push(`grant ${role} to ${current.login}`)
  }
  return statements
}

async function missingRights(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; database: boolean; schema: boolean }>(
    `select quote_ident(current_database()) as name,
            coalesce(has_database_privilege(r.oid, current_database(), 'CREATE'), false) as database,
            coalesce(has_schema_privilege(r.oid, 'public', 'CREATE'), false) as schema
       from (select to_regrole($1) as oid) r`,
    [ROLE_NAMES.owner],
  )
  const [rights] = rows
  const statements: string[] = []
  if (!rights?.database) statements.push(`grant create on database ${rights?.name} to ${ROLE_NAMES.owner}`)
  if (!rights?.schema) statements.push(`grant usage, create on schema public to ${ROLE_NAMES.owner}`)
  return statements
}
