import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { MoveLine } from './move-line.tsx'
import { type Move, type MoveFilter, movesQuery, type Plan, type Summary } from './plan-api.ts'

const MovePanel = lazy(() => import('./move-panel.tsx').then((module) => ({ default: module.MovePanel })))

type Shown = 'all' | 'placed' | 'left' | 'skipped'

/** Item by item: from whom, to whom, and why. */
export function PlanMoves({ plan, summary }: { plan: Plan; summary: Summary }) {
  const [shown, setShown] = useState<Shown>('all')
  const [repId, setRepId] = useState<string | null>(null)
  const [openN, setOpenN] = useState<Move['n'] | null>(null)
  const filter: MoveFilter = {
    ...(repId === null ? {} : { repId }),
    ...(shown === 'placed' ? { left: false } : shown === 'left' ? { left: true } : {}),
    ...(shown === 'skipped' ? { skipped: true } : {}),
  }
  const moves = useInfiniteQuery(movesQuery(plan.id, filter))
  const rows = moves.data?.pages.flatMap((page) => page.items) ?? []
  // Of the list, which follows the language and the plan, not as it was when it was pressed.
  const open = rows.find(({ n }) => n === openN)
  const skipped = plan.moves?.skipped ?? 0
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Segments
          label={m.plan_show()}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: m.plan_show_all(), count: summary.items },
            { value: 'placed', label: m.plan_show_placed(), count: summary.placed },
            { value: 'left', label: m.plan_show_left(), count: summary.unplaced },
            ...(skipped > 0
              ? [{ value: 'skipped' as const, label: m.plan_show_skipped(), count: skipped }]
              : []),
          ]}
        />
        <Combobox
          label={m.plan_show_person()}
          placeholder={m.plan_show_person()}
          className="w-44"
          value={repId}
          onChange={setRepId}
          options={summary.reps
            .filter(({ gains, losses }) => gains + losses > 0)
            .map(({ rep }) => ({ value: rep.id, label: rep.name }))}
        />
        {repId !== null && (
          <Button size="sm" look="ghost" onClick={() => setRepId(null)}>
            {m.plan_show_everybody()}
          </Button>
        )}
      </div>
      {moves.error && !moves.data ? (
        <LoadFailed query={moves} />
      ) : moves.isPending ? (
        <SkeletonLines lines={5} />
      ) : rows.length === 0 ? (
        <p className="text-sm text-quiet">{m.plan_moves_empty()}</p>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {rows.map((move) => (
              <li key={move.n} data-move>
                <MoveLine move={move} onOpen={() => setOpenN(move.n)} />
              </li>
            ))}
          </ul>
          {moves.hasNextPage && (
            <div className="border-t border-line px-4 py-2.5">
              <Button size="sm" busy={moves.isFetchingNextPage} onClick={() => void moves.fetchNextPage()}>
                {m.plan_more()}
              </Button>
            </div>
          )}
        </Card>
      )}
      <Suspense>
        {open && <MovePanel move={open} summary={summary} onClose={() => setOpenN(null)} />}
      </Suspense>
    </div>
  )
}
