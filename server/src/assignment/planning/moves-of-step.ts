import type { CompiledPolicy, Decision, Snapshot } from '@peineng/engine'
import { expectedWith } from './expected-value.ts'
import type { PlannedMove, PlanOption } from './plan-document.ts'
import type { Step } from './plan-step.ts'

const OPTIONS_SHOWN = 5

/** A step of a plan as moves: what changes hands and what nobody gets; what stays is no move. */
export function movesOfStep(
  { items, made, decisions }: Step,
  { policy }: CompiledPolicy,
  winModel: Snapshot['winModel'],
): PlannedMove[] {
  const byId = new Map(items.map((one) => [one.item.id, one]))
  return made.places.flatMap((place): PlannedMove[] => {
    const one = byId.get(place.itemId)
    const decision = decisions.get(place.itemId)
    if (one === undefined || decision === undefined) return []
    const { item } = one
    // Where a cap fills up while the plan is told, its decision says so and the item stays.
    const toRepId = place.how === 'left' || decision.repId !== place.to ? null : place.to
    return [
      {
        itemId: item.id,
        toRepId,
        place:
          place.place === null
            ? null
            : {
                planHash: place.place.planHash,
                per: place.place.per,
                handOverThousandths: place.place.holder?.handOverThousandths ?? 0,
                ...(decision.state === 'offered' ? { asks: true } : {}),
              },
        expectedMinor: toRepId === null ? 0 : expectedWith(toRepId, item, policy, winModel),
        loadHundredths: item.pointsHundredths,
        // Nobody can have it: the engine says why, as it would in the queue.
        reason:
          toRepId !== null || decision.repId === null
            ? decision.reason
            : { code: place.leftBecause ?? 'NO_CAPACITY', params: {} },
        options: toRepId === null ? [] : optionsOf(decision),
      },
    ]
  })
}

/** The chosen one and the next best, with what their time costs. */
function optionsOf({ candidates, repId: chosen }: Decision): PlanOption[] {
  return candidates
    .flatMap(({ repId, terms, total }) => {
      if (terms === undefined) return []
      const charged = terms.find(({ code }) => code === 'TIME_PRICE')?.contribution ?? 0
      return [{ repId, total, price: 0 - charged }]
    })
    .sort(
      (a, b) =>
        Number(b.repId === chosen) - Number(a.repId === chosen) ||
        b.total - a.total ||
        (a.repId < b.repId ? -1 : 1),
    )
    .slice(0, OPTIONS_SHOWN)
}
