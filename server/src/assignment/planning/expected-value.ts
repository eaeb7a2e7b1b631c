import {
  type CompiledPolicy,
  type Policy,
  segmentOf,
  valuePermille,
  type WinModel,
  type WorkItem,
} from '@peineng/engine'

/**
 * What an item is counted with, minor units. Without an amount the policy's bands say what such a deal is usually
 * worth: large for high value, medium for mid, a third of that for low, half where nothing is known.
 */
export function amountOf(item: WorkItem, policy: Policy): number {
  if (item.amountMinor !== null) return item.amountMinor
  const { large, medium } = policy.scoring.amountBands
  if (item.value === 'high') return large
  if (item.value === 'mid') return medium
  return Math.floor(item.value === 'low' ? medium / 3 : medium / 2)
}

/** Win probability × amount with a rep, minor units. */
export function expectedWith(repId: string, item: WorkItem, policy: Policy, model: WinModel): number {
  const chance = model.probabilityMillionths(repId, model.keyOf?.(item) ?? segmentOf(item))
  return Math.round((amountOf(item, policy) * chance) / 1_000_000)
}

/**
 * What a point of score stands for over these items, minor units: a certain win at full weight is worth the amount.
 * A figure to speak of prices in money; no decision depends on it.
 */
export function moneyPerPoint(items: readonly WorkItem[], { policy }: CompiledPolicy): number {
  const strategies = [policy.fallback, ...policy.rules.map(({ then }) => then)].map(
    ({ strategy }) => strategy,
  )
  const scored = strategies.find((one) => one.kind === 'scored' && one.weights.winValue > 0)
  const weight = scored?.kind === 'scored' ? scored.weights.winValue : 30
  let amounts = 0
  let points = 0
  for (const item of items) {
    amounts += amountOf(item, policy)
    points += (weight * valuePermille(item.value)) / 1000
  }
  return points === 0 ? 0 : Math.round(amounts / points)
}
