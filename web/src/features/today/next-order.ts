/** Why something is where it stands in the list of today; the first that holds decides. */
export type NextReason = 'arrived' | 'overdue' | 'today' | 'first_contact' | 'idle' | 'later' | 'open'

export type Workable = {
  id: string
  score: number | null
  acceptedAt: string | null
  ownedSince: string | null
  firstResponseAt: string | null
  lastActivityAt: string | null
  nextStepAt: string | null
  createdAt: string
}

const DAY_MS = 86_400_000
/** A week without an activity counts as idle (the product's default). */
const IDLE_DAYS = 7
const RANKS: readonly NextReason[] = ['arrived', 'overdue', 'today', 'first_contact', 'idle', 'open', 'later']

export function reasonOf(lead: Workable, now: Date, dayEnd: Date): NextReason {
  if (lead.acceptedAt === null) return 'arrived'
  if (lead.nextStepAt !== null) {
    const at = Date.parse(lead.nextStepAt)
    if (at < now.getTime()) return 'overdue'
    if (at < dayEnd.getTime()) return 'today'
    return 'later'
  }
  if (lead.firstResponseAt === null) return 'first_contact'
  const last = Date.parse(lead.lastActivityAt ?? lead.createdAt)
  return now.getTime() - last >= IDLE_DAYS * DAY_MS ? 'idle' : 'open'
}

/** What runs out first comes first: arrivals by how long they wait, steps by when they are due, the rest by score. */
function momentOf(lead: Workable, reason: NextReason): number {
  if (reason === 'arrived') return Date.parse(lead.ownedSince ?? lead.createdAt)
  if (reason === 'overdue' || reason === 'today' || reason === 'later')
    return Date.parse(lead.nextStepAt ?? lead.createdAt)
  return -(lead.score ?? 0)
}

export function inOrder<Lead extends Workable>(
  leads: readonly Lead[],
  now: Date,
  dayEnd: Date,
): { lead: Lead; reason: NextReason }[] {
  return leads
    .map((lead) => ({ lead, reason: reasonOf(lead, now, dayEnd) }))
    .sort(
      (a, b) =>
        RANKS.indexOf(a.reason) - RANKS.indexOf(b.reason) ||
        momentOf(a.lead, a.reason) - momentOf(b.lead, b.reason) ||
        // Equals keep the same place between two renderings.
        (a.lead.id < b.lead.id ? -1 : 1),
    )
}
