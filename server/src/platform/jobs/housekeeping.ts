import type { Platform, Sweep } from '../context.ts'
import { forgettingSweep } from './forget.ts'

const HOUR = 3_600_000

/**
 * What is written for every call and of use only for a while. Keys: a client that repeats a call does so within minutes;
 * two days outlast a weekend's outage of theirs. Events: longer than anybody's live updates or subscriber may be behind;
 * their ids begin with their time, so the oldest are found by the primary key without reading the others.
 */
export const housekeepingSweep = (platform: Platform): Sweep =>
  forgettingSweep(platform, 'housekeeping', [
    { table: 'idempotency_key', since: 'created_at', keptMs: 48 * HOUR },
    { table: 'event', since: 'id', keptMs: 30 * 24 * HOUR, byId: true },
  ])
