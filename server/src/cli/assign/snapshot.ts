import {
  availabilityAt,
  betaBinomialModel,
  documentHash,
  type Policy,
  periodEnd,
  type RepState,
  type Snapshot,
} from '@peineng/engine'
import type { History } from './read-history.ts'
import type { RepRow } from './read-reps.ts'

function stateOf(
  { rep, schedule, status, before }: RepRow,
  now: number,
  trendPermille: number | undefined,
): RepState {
  const duty = status === 'active' ? availabilityAt(schedule, now) : { availability: status }
  return {
    repId: rep.id,
    ...duty,
    ...before,
    unfollowedPermille: 0,
    ...(trendPermille === undefined ? {} : { trendPermille }),
  }
}

/**
 * What the engine sees before the first decision: the roster in id order, everybody's state at one moment, an empty
 * ledger, and the win rates of history.
 */
export function snapshotOf(
  reps: readonly RepRow[],
  history: History | null,
  policy: Policy,
  now: number,
  seed: number,
): Snapshot {
  // By code units: the roster must not depend on the order of rows or the machine's language.
  const rows = [...reps].sort((a, b) => (a.rep.id < b.rep.id ? -1 : a.rep.id > b.rep.id ? 1 : 0))
  const roster = rows.map((row) => row.rep)
  return {
    now,
    seed,
    roster: { version: documentHash(roster), reps: roster },
    states: rows.map((row) => stateOf(row, now, history?.trendPermille.get(row.rep.id))),
    ledger: [],
    winModel: betaBinomialModel(history?.counts ?? []),
    periodBorders: {
      dayEndsAt: periodEnd('day', now, policy.timeZone),
      weekEndsAt: periodEnd('week', now, policy.timeZone),
      monthEndsAt: periodEnd('month', now, policy.timeZone),
    },
  }
}
