import type { Gauge } from '@peineng/engine'
import { systemActor } from '../identity/index.ts'
import { record } from '../platform/audit/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { CapacityOrigin } from './resolve-capacity.ts'
import { bumpRoster } from './roster-store.ts'

/** The gauge that may follow a rep's own days (E8). */
export const PERSONAL_GAUGE = 'high_intent_today' satisfies Gauge['name']

export interface PersonalLimit {
  readonly repId: string
  readonly startValue: number
  readonly value: number
  readonly since: number
}

export async function readPersonalLimits(db: TenantReader): Promise<ReadonlyMap<string, PersonalLimit>> {
  const rows = await db.query<Omit<PersonalLimit, 'since'> & { since: Date }>(
    `select rep_id as "repId", start_value as "startValue", value, since from personal_limit
     where tenant_id = $1 and gauge = $2 order by rep_id`,
    [db.tenantId, PERSONAL_GAUGE],
    'roster_personal_limits',
  )
  return new Map(rows.map((row) => [row.repId, { ...row, since: row.since.getTime() }]))
}

/**
 * The gauge as it holds for the rep. What a person set for them stays; a figure that started from another threshold than
 * the inherited one waits for the next night.
 */
export function withPersonalLimit(
  gauges: readonly Gauge[],
  origins: Readonly<Record<string, CapacityOrigin>>,
  limit: PersonalLimit | undefined,
): readonly Gauge[] {
  if (limit === undefined || origins[`gauges.${PERSONAL_GAUGE}`] === 'rep') return gauges
  return gauges.map((gauge) =>
    gauge.name === PERSONAL_GAUGE && gauge.threshold === limit.startValue
      ? { ...gauge, threshold: limit.value, personal: { start: limit.startValue, since: limit.since } }
      : gauge,
  )
}

/**
 * Replaces what is known of everybody: who is not named has the start value again. Only what moved is on record, and only
 * then does the roster change.
 */
export async function setPersonalLimits(
  db: TenantWriter,
  now: number,
  limits: readonly PersonalLimit[],
): Promise<void> {
  const gone = await db.query<{ repId: string; was: number }>(
    `delete from personal_limit where tenant_id = $1 and gauge = $2 and not rep_id = any($3::uuid[])
     returning rep_id as "repId", value as was`,
    [db.tenantId, PERSONAL_GAUGE, limits.map((one) => one.repId)],
  )
  const moved = await db.query<{ repId: string; value: number; startValue: number }>(
    `insert into personal_limit as p (tenant_id, rep_id, gauge, start_value, value, since)
     select $1, l.rep, $2, l.start, l.value, l.since
     from unnest($3::uuid[], $4::int[], $5::int[], $6::timestamptz[]) as l(rep, start, value, since)
     on conflict (tenant_id, rep_id, gauge) do update
       set start_value = excluded.start_value, value = excluded.value, since = excluded.since
       where (p.start_value, p.value) <> (excluded.start_value, excluded.value)
     returning rep_id as "repId", value, start_value as "startValue"`,
    [
      db.tenantId,
      PERSONAL_GAUGE,
      limits.map((one) => one.repId),
      limits.map((one) => one.startValue),
      limits.map((one) => one.value),
      limits.map((one) => new Date(one.since)),
    ],
  )
  const changes = [...moved, ...gone.map(({ repId, was }) => ({ repId, value: null, was }))]
  if (changes.length === 0) return
  await record(db, now, {
    ...systemActor,
    action: 'rep.personal_limits',
    entityKind: 'rep',
    entityId: null,
    detail: { gauge: PERSONAL_GAUGE, changes },
  })
  await bumpRoster(db)
}
