import type { ExperienceLevel, Rep } from '../model/rep.ts'
import type { FollowupSettings } from './settings.ts'

/** Somebody's load against the threshold that pauses them, hundredths of a point. */
export interface LoadOfRep {
  readonly rep: Rep
  readonly loadHundredths: number
  readonly thresholdHundredths: number
  /** On duty or off for the night; not on leave, paused or gone. */
  readonly available: boolean
}

/** Open work that could move. */
export interface MovableItem {
  readonly itemId: string
  readonly pointsHundredths: number
  readonly value: 'high' | 'mid' | 'low' | null
  /** A person chose the owner: it is left out, nothing moves it silently (X23). */
  readonly pinned: boolean
  /** Reps the engine would let take it, best first. */
  readonly candidates: readonly string[]
}

export const reliefKinds = ['peers', 'reserve', 'telesales'] as const
export type ReliefKind = (typeof reliefKinds)[number]

export interface ReliefMove {
  readonly itemId: string
  readonly toRepId: string
  readonly pointsHundredths: number
}

/** One of the three actions of E9, ready to be taken: whose work goes where, and what both carry afterwards. */
export interface ReliefAction {
  readonly kind: ReliefKind
  readonly fromRepId: string
  readonly moves: readonly ReliefMove[]
  readonly loadAfterHundredths: number
  /** Only telesales gives back. */
  readonly temporary: boolean
}

const order: Readonly<Record<ExperienceLevel, number>> = { newcomer: 0, growing: 1, senior: 2 }

/**
 * The three ways to relieve somebody (E9): ① peers of similar experience in the same team, ② the reserve team,
 * ③ low-priority customers to telesales for a while. Moves only what the engine would give the receiver, never beyond
 * the receiver's warn level (relief that makes the next one overloaded is none), the fewest items first, until the
 * load is back at the threshold.
 */
export function reliefActions(
  settings: FollowupSettings,
  overloaded: LoadOfRep,
  others: readonly LoadOfRep[],
  items: readonly MovableItem[],
): readonly ReliefAction[] {
  const { rep } = overloaded
  const { reserveRole, telesalesRole } = settings.relief
  const has = (one: LoadOfRep, role: string): boolean => one.rep.roles.includes(role)
  const able = others.filter((one) => one.available && one.rep.id !== rep.id)
  const pools: Readonly<Record<ReliefKind, readonly LoadOfRep[]>> = {
    peers: able.filter(
      (one) =>
        one.rep.teamPath[0] === rep.teamPath[0] &&
        !has(one, reserveRole) &&
        !has(one, telesalesRole) &&
        Math.abs(order[one.rep.level] - order[rep.level]) <= 1,
    ),
    reserve: able.filter((one) => has(one, reserveRole)),
    telesales: able.filter((one) => has(one, telesalesRole)),
  }
  return reliefKinds.flatMap((kind) => {
    const movable = items.filter((item) => !item.pinned && (kind !== 'telesales' || item.value === 'low'))
    const moves = pickMoves(overloaded, pools[kind], movable)
    if (moves.length === 0) return []
    const moved = moves.reduce((sum, move) => sum + move.pointsHundredths, 0)
    return [
      {
        kind,
        fromRepId: rep.id,
        moves,
        loadAfterHundredths: overloaded.loadHundredths - moved,
        temporary: kind === 'telesales',
      },
    ]
  })
}

function pickMoves(
  overloaded: LoadOfRep,
  receivers: readonly LoadOfRep[],
  items: readonly MovableItem[],
): ReliefMove[] {
  const room = new Map(
    receivers.map((one) => [
      one.rep.id,
      Math.floor((one.thresholdHundredths * 80) / 100) - one.loadHundredths,
    ]),
  )
  let over = overloaded.loadHundredths - overloaded.thresholdHundredths
  const moves: ReliefMove[] = []
  // Heaviest first: fewer customers have to get used to somebody new. The id makes the order total.
  const sorted = [...items].sort(
    (a, b) => b.pointsHundredths - a.pointsHundredths || (a.itemId < b.itemId ? -1 : 1),
  )
  for (const item of sorted) {
    if (over <= 0) break
    const toRepId = item.candidates.find((id) => (room.get(id) ?? 0) >= item.pointsHundredths)
    if (toRepId === undefined || item.pointsHundredths <= 0) continue
    room.set(toRepId, room.get(toRepId)! - item.pointsHundredths)
    over -= item.pointsHundredths
    moves.push({ itemId: item.itemId, toRepId, pointsHundredths: item.pointsHundredths })
  }
  return moves
}
