import { type LoadOfRep, type ReliefAction, reliefActions } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import type { FollowupServices } from './services.ts'
import { followupSettingsOf } from './settings-of.ts'
import { itemsOfReps } from './subject-store.ts'

/** Somebody above their load, and the ways to relieve them. */
export interface ReliefProposal {
  readonly repId: string
  readonly loadHundredths: number
  readonly thresholdHundredths: number
  readonly actions: readonly ReliefAction[]
}

/** The heaviest this many items of one person are looked at: relief moves a handful. */
const MOST_ITEMS = 60
/** People looked at per call, the most loaded first. */
const MOST_REPS = 10

/**
 * For everybody within reach whose load index is above its threshold: peers, reserve, telesales (E9), computed from
 * who could take what now. Changes nothing.
 */
export async function proposeRelief(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
  onlyRepId: string | null = null,
): Promise<ReliefProposal[]> {
  const { assignment, people } = services
  const context = await assignment.contextOf(db, now)
  const settings = await followupSettingsOf(db, services, now)
  const visible = await people.visibleRepIds(db, caller.principal, caller.reach)
  const loads = (await assignment.repStates(db, now)).flatMap((state): LoadOfRep[] => {
    const rep = context.repById.get(state.repId)
    const gauge = rep?.gauges.find((one) => one.name === 'load_index')
    if (rep === undefined || gauge === undefined) return []
    return [
      {
        rep,
        loadHundredths: state.gauges.load_index ?? 0,
        thresholdHundredths: gauge.threshold,
        available: state.availability === 'on_duty' || state.availability === 'off_duty',
      },
    ]
  })
  const overloaded = loads
    .filter(
      (one) =>
        one.loadHundredths > one.thresholdHundredths &&
        (visible === null || visible.includes(one.rep.id)) &&
        (onlyRepId === null || one.rep.id === onlyRepId),
    )
    .sort(
      (a, b) =>
        b.loadHundredths - b.thresholdHundredths - (a.loadHundredths - a.thresholdHundredths) ||
        (a.rep.id < b.rep.id ? -1 : 1),
    )
    .slice(0, MOST_REPS)
  const proposals: ReliefProposal[] = []
  for (const one of overloaded) {
    const ids = await itemsOfReps(db, [one.rep.id], 500)
    const reviews = (await assignment.review(db, now, ids, { anyHour: true }))
      .filter((review) => review.pointsHundredths > 0)
      .sort((a, b) => b.pointsHundredths - a.pointsHundredths || (a.itemId < b.itemId ? -1 : 1))
    const actions = reliefActions(
      settings,
      one,
      loads,
      // All that is light is there too: telesales takes the low-priority ones.
      [
        ...reviews.slice(0, MOST_ITEMS),
        ...reviews.slice(MOST_ITEMS).filter((review) => review.value === 'low'),
      ].map((review) => ({
        itemId: review.itemId,
        pointsHundredths: review.pointsHundredths,
        value: review.value,
        pinned: review.pinned,
        candidates: review.ranking.map((candidate) => candidate.repId),
      })),
    )
    proposals.push({
      repId: one.rep.id,
      loadHundredths: one.loadHundredths,
      thresholdHundredths: one.thresholdHundredths,
      actions,
    })
  }
  return proposals
}
