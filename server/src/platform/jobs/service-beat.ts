import type { Database, TenantReader } from '../database/index.ts'

/** A pulse missing for longer was an outage: sweeps beat every few seconds, and a hiccup is no reason to move deadlines. */
const OUTAGE_FROM_MS = 120_000

export interface Outage {
  readonly from: number
  readonly to: number
}

/**
 * Says that the service is up, and writes down since when it had not been; one statement, so that of several servers
 * that start at once one writes the outage. Called before due clocks and offers are looked at: what nobody could be
 * warned of is credited first (Decision 12). A server whose clock is put forward looks as if it had been down, so nothing
 * is recalled early; the beat never goes back, so a clock put back is no outage.
 */
export async function keepBeat({ dispatcher }: Pick<Database, 'dispatcher'>, now: number): Promise<void> {
  await dispatcher.query(
    `with before as materialized (select beat_at from service_beat where id = 1 for update),
     beat as (
       -- Reads the old beat first, so that what the outage is told from is not what was just written.
       insert into service_beat (id, beat_at)
       select 1, greatest($1::timestamptz, max(beat_at)) from before
       on conflict (id) do update set beat_at = greatest(service_beat.beat_at, excluded.beat_at)
     )
     insert into service_outage (from_at, to_at)
     select beat_at, $1::timestamptz from before where $1::timestamptz - beat_at > $2 * interval '1 millisecond'
     on conflict (from_at) do nothing`,
    [new Date(now), OUTAGE_FROM_MS],
  )
}

/** Times the service was down that ended after an instant, oldest first. */
export async function readOutages(db: TenantReader, after: number): Promise<Outage[]> {
  const rows = await db.query<{ from: Date; to: Date }>(
    'select from_at as "from", to_at as "to" from service_outage where to_at > $1 order by from_at',
    [new Date(after)],
    'service_outages',
  )
  return rows.map((row) => ({ from: row.from.getTime(), to: row.to.getTime() }))
}
