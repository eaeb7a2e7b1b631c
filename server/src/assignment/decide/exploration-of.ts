import { isLive } from '../../learning/index.ts'
import type { Decided } from './decide-batch.ts'
import type { TenantContext } from './tenant-context.ts'

/**
 * Whether a newcomer got an item because of a draw (2.B-8): the totals once more with what is known of each newcomer
 * instead of what was drawn. Only then does it count against the budget. Empty for nearly every decision.
 */
export function explorationOf(
  { winModel }: Pick<TenantContext, 'winModel'>,
  { decision, item }: Decided,
): { itemId: string; repId: string }[] {
  const { repId } = decision
  if (repId === null || decision.mode !== 'engine' || !isLive(winModel)) return []
  if (!winModel.document.exploration.repIds.includes(repId)) return []
  if (decision.modelVersion !== winModel.version || winModel.believe(repId, item).use !== 'explored')
    return []
  const known = decision.candidates.flatMap((one) => {
    const win = one.terms?.find((term) => term.code === 'WIN_VALUE')
    if (one.terms === undefined || win === undefined) return []
    // The contribution is weight × probability × value band: it moves in proportion.
    const estimate = winModel.knownMillionths(one.repId, item)
    const contribution = win.raw === 0 ? 0 : Math.floor((win.contribution * estimate) / win.raw)
    return [{ repId: one.repId, total: one.total - win.contribution + contribution }]
  })
  const own = known.find((one) => one.repId === repId)
  return own !== undefined && known.some((one) => one.total > own.total) ? [{ itemId: item.id, repId }] : []
}
