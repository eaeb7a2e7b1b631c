import type { Database } from '../platform/database/index.ts'

/** A pulse missing for longer was an outage: sweeps beat every few seconds, and a hiccup is no reason to move deadlines. */
export const OUTAGE_FROM_MS = 120_000

/**
 * Says that the service is up, and writes down since when it had not been; one statement, so that of several servers
 * that start at once one writes the outage. Called before due clocks are looked at: what nobody could be warned of is
 * credited first (Decision 12). A server whose clock is put forward looks as if it had been down, so nothing is recalled
 * early; the beat never goes back, so a clock put back is no outage.
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

export async function dueTenants(
  { dispatcher }: Pick<Database, 'dispatcher'>,
  now: number,
): Promise<string[]> {
  const { rows } = await dispatcher.query<{ id: string }>('select tenants_with_due_timers($1) as id', [
    new Date(now),
  ])
  return rows.map((row) => row.id)
}
