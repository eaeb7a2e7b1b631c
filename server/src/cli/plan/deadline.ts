/** Starting the program, and what follows the last unit: writing, and one more look at every pair. */
const START_AND_WRITE_MS = 350
const AFTER_WORK_MS_PER_PAIR = 0.0003
/** What reading takes where nothing else runs; how much longer it took is how much longer everything will take. */
const READ_MS = 60
const READ_MS_PER_PAIR = 0.0012
const SLOWEST = 8
/** Of what reading left of the limit, the solver may at least have this share. */
const LEAST_SHARE = 0.3

/**
 * When the solver has to stop so that the plan is written within the limit. A busy machine shows in how long reading
 * took: what is set aside for the rest grows with it. Where reading took nearly all, the solver gets its share of what
 * is left rather than nothing: the first prices are what a useful plan needs.
 */
export function deadlineFor(
  limit: number,
  startedAt: number,
  readAt: number,
  pairs: number,
  /** When reading began: later than the start by what starting the program took. */
  readingAt = startedAt,
): number {
  const usual = READ_MS + READ_MS_PER_PAIR * pairs
  const slowness = Math.max(1, Math.min(SLOWEST, (readAt - readingAt) / usual))
  const margin = 0.05 * limit + slowness * (START_AND_WRITE_MS + AFTER_WORK_MS_PER_PAIR * pairs)
  const left = Math.max(0, startedAt + limit - readAt)
  return Math.max(startedAt + limit - margin, readAt + LEAST_SHARE * left)
}
