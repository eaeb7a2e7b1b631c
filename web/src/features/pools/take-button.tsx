import { Gavel, Hand } from 'lucide-react'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { Pool, PoolItem } from './pool-api.ts'
import { itemTitle, refusalText } from './pool-words.ts'
import type { PoolActions } from './use-pool-actions.ts'

type TakeButtonProps = {
  pool: Pool
  item: PoolItem
  actions: PoolActions
  now: number
  tabIndex?: number
  wide?: boolean
}

/** One tap takes it, or bids for it; where neither is allowed, the reason stands in its place. */
export function TakeButton({ pool, item, actions, now, tabIndex, wide = false }: TakeButtonProps) {
  if (item.match === null) return null
  const { window } = item
  const left = window === null ? 0 : Math.max(0, Math.ceil((Date.parse(window.closesAt) - now) / 1000))
  if (window !== null && (window.mine || left === 0))
    return (
      <Badge tone="tint">
        {left > 0 ? m.pools_bid_mine({ seconds: formatNumber(left), count: window.bids }) : m.pools_drawing()}
      </Badge>
    )
  if (item.refusal !== null)
    return (
      <span className="text-xs text-quiet" title={refusalText(item.refusal)}>
        {refusalText(item.refusal)}
      </span>
    )
  const sealed = pool.mode === 'sealed'
  const mutation = sealed ? actions.bid : actions.claim
  const label = sealed
    ? window === null
      ? m.pools_bid()
      : m.pools_bid_left({ seconds: formatNumber(left) })
    : m.pools_claim()
  return (
    <Button
      size={wide ? 'md' : 'sm'}
      look={wide ? 'primary' : 'tint'}
      icon={sealed ? <Gavel aria-hidden /> : <Hand aria-hidden />}
      aria-label={`${label} · ${itemTitle(item)}`}
      busy={mutation.isPending && mutation.variables?.id === item.id}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      {...(wide ? { className: 'w-full' } : {})}
      onClick={(event) => {
        event.stopPropagation()
        mutation.mutate(item)
      }}
    >
      {label}
    </Button>
  )
}
