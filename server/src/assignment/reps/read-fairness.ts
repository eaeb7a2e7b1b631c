import { type LedgerEntry, periodStart } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import { ledgerPeriod, periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { readCredits, readLedger, type TurnCredit } from '../state/ledger-store.ts'

/** Below this many others a sum, a share or a median would tell what one colleague got. */
const FEWEST_OTHERS = 3

/** A rep's account in one queue, and what the others of it got, without names. All in thousandths of a turn. */
export interface QueueAccount {
  readonly queue: string
  readonly received: number
  /** What they began with because they joined or came back within the period (X1). */
  readonly calibration: number
  /** Null where `others` is: with the share of one of two, the other's is known. */
  readonly sharePermille: number | null
  /** Their weight among those who have an account here. */
  readonly targetPermille: number
  /** Behind their share (positive) or ahead of it; what the next turns make up for, within the policy's bound. */
  readonly behind: number | null
  readonly others: {
    readonly count: number
    readonly received: number
    readonly lowest: number
    readonly median: number
    readonly highest: number
    /** How many of them got less than this rep. */
    readonly below: number
  } | null
}

export interface FairnessAccount {
  readonly period: 'week' | 'month' | 'none'
  readonly since: number | null
  readonly measure: 'count' | 'value'
  /** Debt beyond it is forgotten. */
  readonly maxTurns: number
  readonly queues: readonly QueueAccount[]
  readonly credits: readonly TurnCredit[]
}

/** The fairness ledger as the rep it is about may read it (2.B-5). */
export async function readFairness(
  db: TenantReader,
  context: TenantContext,
  now: number,
  repId: string,
): Promise<FairnessAccount> {
  const { period, measure, maxTurns } = context.policy.policy.fairness
  const since = period === 'none' ? null : periodStart(period, now, context.timeZone)
  const [ledger, credits] = await Promise.all([
    readLedger(db, ledgerPeriod(context, periodKeys(now, context.timeZone)), null),
    readCredits(db, repId, new Date(since ?? 0)),
  ])
  const queues = new Map<string, LedgerEntry[]>()
  for (const entry of ledger) queues.set(entry.queue, [...(queues.get(entry.queue) ?? []), entry])
  const weightOf = (id: string): number => context.repById.get(id)?.weight ?? 0
  const accounts = [...queues].flatMap(([queue, entries]): QueueAccount[] => {
    const own = entries.find((entry) => entry.repId === repId)
    return own === undefined ? [] : [accountOf(queue, own, entries, weightOf)]
  })
  accounts.sort((a, b) => b.received - a.received || (a.queue < b.queue ? -1 : 1))
  return { period, since, measure, maxTurns, queues: accounts, credits }
}

const held = (entry: LedgerEntry): number => entry.receivedThousandths + entry.calibrationThousandths

function accountOf(
  queue: string,
  own: LedgerEntry,
  entries: readonly LedgerEntry[],
  weightOf: (repId: string) => number,
): QueueAccount {
  const total = entries.reduce((sum, entry) => sum + held(entry), 0)
  const weights = entries.reduce((sum, entry) => sum + weightOf(entry.repId), 0)
  const targetPermille = weights === 0 ? 0 : Math.floor((1000 * weightOf(own.repId)) / weights)
  const others = entries.filter((entry) => entry !== own)
  const sorted = others.map((entry) => entry.receivedThousandths).sort((a, b) => a - b)
  const few = sorted.length < FEWEST_OTHERS
  return {
    queue,
    received: own.receivedThousandths,
    calibration: own.calibrationThousandths,
    sharePermille: few ? null : total === 0 ? 0 : Math.floor((1000 * held(own)) / total),
    targetPermille,
    behind: few ? null : Math.round((total * targetPermille) / 1000) - held(own),
    others: few
      ? null
      : {
          count: sorted.length,
          received: sorted.reduce((sum, one) => sum + one, 0),
          lowest: sorted[0] ?? 0,
          median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
          highest: sorted.at(-1) ?? 0,
          below: sorted.filter((one) => one < own.receivedThousandths).length,
        },
  }
}
