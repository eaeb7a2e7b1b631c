/** Whoever is first on Monday does not receive the weekend (X15); absent = they may. */
export interface BacklogPolicy {
  /** So long after the working day began nobody gets more than their share of what waited before it. 0 = off. */
  readonly minutes: number
}

/** What waited when the working day began, and who shares it. */
export interface Backlog {
  /** When the day began, epoch ms: what waited before it is backlog. */
  readonly startedAt: number
  /** From then on anybody may have the rest. */
  readonly until: number
  /** Items that waited, those given since among them. */
  readonly size: number
  /** Who works that day. */
  readonly members: number
}
