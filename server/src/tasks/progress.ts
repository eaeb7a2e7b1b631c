/** What the plan says of a task and what has happened of it. */
export interface PlannedWork {
  readonly startsAt: number
  readonly dueAt: number
  readonly finished: boolean
  readonly checkpoints: readonly { readonly dueAt: number; readonly doneAt: number | null }[]
}

export interface Progress {
  /** Percent of the plan that should have happened by now. */
  readonly planned: number
  /** Percent that has: passed checkpoints, never what somebody typed (G4). */
  readonly actual: number
  /** Points behind plan, 0 where on it. */
  readonly behind: number
}

/**
 * The end counts as one more milestone, so that a task with every checkpoint passed is not done yet. Between dated
 * milestones time is not interpolated: nobody is behind on a Wednesday for what is due on Friday. A task without
 * checkpoints has only its deadline.
 */
export function progressOf(work: PlannedWork, now: number): Progress {
  const milestones = work.checkpoints.length + 1
  if (work.finished) return { planned: percent(dueBy(work, now), milestones), actual: 100, behind: 0 }
  const planned = percent(dueBy(work, now), milestones)
  const actual = percent(work.checkpoints.filter((one) => one.doneAt !== null).length, milestones)
  return { planned, actual, behind: Math.max(0, planned - actual) }
}

const dueBy = (work: PlannedWork, now: number): number =>
  work.checkpoints.filter((one) => one.dueAt <= now).length + (work.dueAt <= now ? 1 : 0)

const percent = (part: number, whole: number): number => Math.floor((100 * part) / whole)
