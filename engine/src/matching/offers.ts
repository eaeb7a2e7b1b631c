import type { ExclusionCode, WorkItem } from '../model/index.ts'

/** Why somebody in `excludedRepIds` must not get the item: it was offered to them and came back, or they are left out. */
export function leftOutBecause({ offers }: WorkItem, repId: string): ExclusionCode {
  if (offers?.declined.includes(repId) === true) return 'DECLINED_OFFER'
  if (offers?.expired.includes(repId) === true) return 'OFFER_EXPIRED'
  return 'EXCLUDED_FOR_ITEM'
}
