import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AlarmClock } from 'lucide-react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { NextStep } from '../../app/next-step.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Firing, firingsQuery } from './followup-api.ts'

const effects = {
  reminded: m.followup_effect_reminded,
  warned: m.followup_effect_warned,
  missed: m.followup_effect_missed,
  recalled: m.followup_effect_recalled,
  escalated: m.followup_effect_escalated,
  checkpoint: m.followup_effect_checkpoint,
  offered_back: m.followup_effect_offered_back,
} as const satisfies Partial<Record<Firing['effect'], () => string>>

/** For auditors: everything a clock did, when it was due and when it was done. */
export function FiringsTab() {
  const firings = useInfiniteQuery(firingsQuery)
  const rows = firings.data?.pages.flatMap((page) => page.items) ?? []
  if (firings.error && !firings.data) return <LoadFailed query={firings} page />
  if (firings.isPending) return <SkeletonLines lines={6} />
  if (rows.length === 0)
    return <EmptyState icon={<AlarmClock />} title={m.followup_firings_empty()} action={<NextStep />} />
  const now = new Date()
  return (
    <Card>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
            <span className="w-28 text-quiet">{formatDateTime(new Date(row.at), now)}</span>
            <span className="w-56 min-w-0 truncate font-medium max-md:w-full">
              <Subject row={row} />
            </span>
            <Badge tone={row.effect === 'recalled' || row.effect === 'missed' ? 'warn' : 'plain'}>
              {effects[row.effect]()}
            </Badge>
            {row.item && row.rep && <span className="text-quiet">{row.rep.name}</span>}
            <span className="ml-auto text-xs text-quiet">
              {m.followup_firing_due({ at: formatDateTime(new Date(row.dueAt), now) })}
            </span>
          </li>
        ))}
      </ul>
      {firings.hasNextPage && (
        <Button
          className="mt-3"
          busy={firings.isFetchingNextPage}
          onClick={() => void firings.fetchNextPage()}
        >
          {m.followup_firings_more()}
        </Button>
      )}
    </Card>
  )
}

const subjects = {
  lead: { to: '/leads', word: m.plan_item_lead },
  opportunity: { to: '/opportunities', word: m.plan_item_opportunity },
  account: { to: '/customers', word: m.plan_item_account },
  task: { to: '/tasks', word: m.plan_item_task },
} as const

/** What the clock ran for, by its name: one press away, where the reader may see it. */
function Subject({ row }: { row: Firing }) {
  const look = 'touch text-accent hover:underline'
  if (row.subjectKind === 'rep')
    return (
      <Link to="/people/$id" params={{ id: row.subjectId }} className={look}>
        {row.rep?.name || m.followup_ind_rep()}
      </Link>
    )
  if (!(row.subjectKind in subjects)) return null
  const { to, word } = subjects[row.subjectKind as keyof typeof subjects]
  return (
    <Link to={to} search={{ open: row.subjectId }} className={look}>
      {row.item?.company || row.item?.name || word()}
    </Link>
  )
}
