import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import type { PoolLimits } from './pool-api.ts'

const left = ({ used, limit }: { used: number; limit: number | null }): number | null =>
  limit === null ? null : Math.max(0, limit - used)

/** `今天还可领取 3 条`: what the person may still take and open. */
export function PoolLimitsLine({ limits }: { limits: PoolLimits }) {
  const claims = left(limits.claims)
  const views = left(limits.views)
  const room = left(limits.holding)
  const parts = [
    claims === null ? m.pools_claims_unlimited() : m.pools_claims_left({ count: claims }),
    views === null ? null : m.pools_views_left({ count: views }),
    room === null
      ? null
      : m.pools_holding({
          used: formatNumber(limits.holding.used),
          limit: formatNumber(limits.holding.limit ?? 0),
        }),
  ]
  return (
    <p role="status" className="text-sm text-quiet">
      {parts.filter((part) => part !== null).join(' · ')}
    </p>
  )
}
