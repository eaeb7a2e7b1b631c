/** One instant on the wall clock of a zone. `weekday` is ISO: 1 = Monday … 7 = Sunday. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly minuteOfDay: number
  /** Wall clock as if it were UTC, epoch ms: arithmetic on it is calendar arithmetic. */
  readonly localMs: number
}

const dayMs = 86_400_000
/** Every offset change of the last decades happened on a quarter of an hour of UTC. */
const quarterMs = 900_000
const cacheLimit = 20_000

interface ZoneClock {
  readonly format: Intl.DateTimeFormat
  readonly offsets: Map<number, number>
}

// Formatters cost about 50 µs to build and offsets about 2 µs to read, so both are kept: pure look-ups, no state
// anybody can observe.
const clocks = new Map<string, ZoneClock>()

function clockOf(zone: string): ZoneClock {
  const known = clocks.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const clock = { format, offsets: new Map<number, number>() }
  clocks.set(zone, clock)
  return clock
}

/** True where the runtime knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

/** Offset of the zone from UTC at an instant, in ms (east is positive). Throws RangeError for an unknown zone. */
export function zoneOffset(at: number, zone: string): number {
  const clock = clockOf(zone)
  const bucket = Math.floor(at / quarterMs)
  const known = clock.offsets.get(bucket)
  if (known !== undefined) return known
  const start = bucket * quarterMs
  const part: Record<string, number> = {}
  for (const { type, value } of clock.format.formatToParts(start)) part[type] = Number(value)
  const local = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
    part['second'] ?? 0,
  )
  const offset = local - start
  if (clock.offsets.size >= cacheLimit) clock.offsets.clear()
  clock.offsets.set(bucket, offset)
  return offset
}

/** The wall clock of a zone at an instant (epoch ms). */
export function localTime(at: number, zone: string): LocalTime {
  const localMs = at + zoneOffset(at, zone)
  const date = new Date(localMs)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
    minuteOfDay: date.getUTCHours() * 60 + date.getUTCMinutes(),
    localMs,
  }
}

/**
 * The instant of a wall-clock time (given as if it were UTC). A time that happens twice gives the earlier instant;
 * a time skipped by a change of the clocks gives the instant as much later as was skipped, so midnight in a gap is
 * the first instant of that day.
 */
export function instantOf(localMs: number, zone: string): number {
  const before = zoneOffset(localMs - dayMs, zone)
  const after = zoneOffset(localMs + dayMs, zone)
  let found: number | undefined
  for (const offset of before === after ? [before] : [before, after]) {
    const at = localMs - offset
    if (zoneOffset(at, zone) === offset && (found === undefined || at < found)) found = at
  }
  return found ?? localMs - before
}

/** `2026-11-23`, the date of a wall-clock time: the key of holiday tables. */
export function dateKey(localMs: number): string {
  return new Date(localMs).toISOString().slice(0, 10)
}
