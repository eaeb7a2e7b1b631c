import { formatMoney, formatNumber, formatPhone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import type { Pool, PoolItem } from './pool-api.ts'
import { ageText, itemTitle, originText } from './pool-words.ts'
import { TakeButton } from './take-button.tsx'
import type { PoolActions } from './use-pool-actions.ts'

const tierBadge = (tier: string | null) =>
  tier && <Badge tone={tier === 'A' ? 'tint' : 'plain'}>{tier}</Badge>

/** What does not suit has no points to show; the reason stands where the button would be. */
const suits = (item: PoolItem): item is PoolItem & { match: number } => item.match !== null && item.match > 0

/** Longer there than the pool's managers want to leave unnoticed. */
const stale = (pool: Pool, item: PoolItem, now: number): boolean =>
  now - Date.parse(item.enteredAt) > pool.unnoticedHours * 3_600_000

function Age({ pool, item, now }: { pool: Pool; item: PoolItem; now: number }) {
  const age = ageText(item.enteredAt, now)
  return stale(pool, item, now) ? (
    <Badge tone="warn">{m.pools_unclaimed({ age })}</Badge>
  ) : (
    <span className="text-quiet">{age}</span>
  )
}

export function poolColumns(pool: Pool, actions: PoolActions, now: number): Column<PoolItem>[] {
  return [
    { id: 'company', header: m.leads_company(), width: 200, fixed: true, cell: itemTitle },
    {
      id: 'match',
      header: m.pools_match(),
      width: 76,
      align: 'end',
      cell: (item) => suits(item) && formatNumber(item.match / 1000, 1),
    },
    { id: 'tier', header: m.leads_tier(), width: 60, cell: (item) => tierBadge(item.tier) },
    {
      id: 'amount',
      header: m.leads_amount(),
      width: 88,
      align: 'end',
      cell: (item) => item.amount !== null && formatMoney(item.amount * 100),
    },
    { id: 'region', header: m.leads_region(), width: 104, cell: (item) => item.region },
    { id: 'industry', header: m.leads_industry(), width: 96, cell: (item) => item.industry },
    {
      id: 'phone',
      header: m.pools_contact(),
      width: 132,
      cell: (item) => (item.phone ? formatPhone(item.phone) : item.email),
    },
    {
      id: 'age',
      header: m.pools_age(),
      width: 152,
      cell: (item) => <Age pool={pool} item={item} now={now} />,
    },
    { id: 'origin', header: m.pools_came(), width: 172, cell: originText },
    {
      id: 'take',
      header: m.pools_take(),
      width: 148,
      cell: (item) => <TakeButton pool={pool} item={item} actions={actions} now={now} tabIndex={-1} />,
    },
  ]
}

type PoolCardProps = {
  pool: Pool
  item: PoolItem
  actions: PoolActions
  now: number
  onOpen: () => void
}

/** On the phone one tap on the card's button takes it. */
export function PoolCard({ pool, item, actions, now, onOpen }: PoolCardProps) {
  const line = [
    item.region,
    item.industry,
    item.amount === null ? '' : formatMoney(item.amount * 100),
    item.phone ? formatPhone(item.phone) : item.email,
  ]
  return (
    <Card>
      <div className="flex items-start justify-between gap-3">
        <button type="button" onClick={onOpen} className="min-w-0 flex-1 text-left">
          <span className="block truncate text-md font-semibold">{itemTitle(item)}</span>
          <span className="block truncate text-sm text-quiet">{line.filter(Boolean).join(' · ')}</span>
        </button>
        {tierBadge(item.tier)}
      </div>
      <div className="my-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {suits(item) && <span>{m.pools_match_points({ points: formatNumber(item.match / 1000, 1) })}</span>}
        <Age pool={pool} item={item} now={now} />
        <span className="text-quiet">{originText(item)}</span>
      </div>
      <TakeButton pool={pool} item={item} actions={actions} now={now} wide />
    </Card>
  )
}
