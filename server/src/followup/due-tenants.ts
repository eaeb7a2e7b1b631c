import type { Database } from '../platform/database/index.ts'

export async function dueTenants(
  { dispatcher }: Pick<Database, 'dispatcher'>,
  now: number,
): Promise<string[]> {
  const { rows } = await dispatcher.query<{ id: string }>('select tenants_with_due_timers($1) as id', [
    new Date(now),
  ])
  return rows.map((row) => row.id)
}
