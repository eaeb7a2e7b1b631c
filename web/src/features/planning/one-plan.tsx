import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, Check, Play, Square, Undo2 } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { isRunning, type Plan, planQuery, useAdvance } from './plan-api.ts'
import { PlanHeadline } from './plan-headline.tsx'
import { PlanMoves } from './plan-moves.tsx'
import { PlanPrices } from './plan-prices.tsx'
import { PlanProgress } from './plan-progress.tsx'
import { PlanReps } from './plan-reps.tsx'
import { kindWords, stateTones, stateWords, subjectOf } from './plan-words.ts'

const PlanHandovers = lazy(() =>
  import('../handover/plan-handovers.tsx').then((part) => ({ default: part.PlanHandovers })),
)

/** One plan: what it is worth, who gains and who loses, item by item why, and the buttons its state allows. */
export function OnePlan({ id, onBack }: { id: string; onBack: () => void }) {
  const plan = useQuery(planQuery(id))
  const { data } = plan
  useRefreshWhenOver(data)
  return (
    <Page
      title={data ? kindWords[data.kind]() : m.nav_plan()}
      {...(data && subjectOf(data) !== '' ? { count: subjectOf(data) } : {})}
      actions={
        <div className="flex flex-wrap justify-end gap-2">
          <Button icon={<ArrowLeft aria-hidden />} onClick={onBack}>
            {m.plan_back()}
          </Button>
          {data && <Verbs plan={data} />}
        </div>
      }
    >
      {data ? (
        <Body plan={data} />
      ) : plan.error ? (
        <LoadFailed query={plan} page />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Page>
  )
}

/** What moved changes every list there is: they are asked again once, when it is over. */
function useRefreshWhenOver(plan: Plan | undefined) {
  const client = useQueryClient()
  const running = useRef(false)
  const now = plan !== undefined && isRunning(plan) && plan.state !== 'solving'
  useEffect(() => {
    if (running.current && !now)
      for (const noun of ['lead', 'rep', 'account', 'opportunity', 'workload', 'assignment', 'decision'])
        void client.invalidateQueries({ queryKey: [noun] })
    running.current = now
  }, [now, client])
}

function Verbs({ plan }: { plan: Plan }) {
  const may = useMay()
  const advance = useAdvance(plan.id)
  const [asking, setAsking] = useState<'commit' | 'undo' | null>(null)
  if (!may('plans.run')) return null
  const moves = plan.moves?.planned ?? 0
  const leaves = plan.then === 'deactivate' ? (plan.about[0]?.rep.name ?? '') : ''
  return (
    <>
      {plan.undoUntil !== null && (
        <Button icon={<Undo2 aria-hidden />} busy={advance.isPending} onClick={() => setAsking('undo')}>
          {m.plan_undo()}
        </Button>
      )}
      {(plan.state === 'solving' || plan.state === 'committing') && (
        <Button
          icon={<Square aria-hidden />}
          busy={advance.isPending}
          disabled={plan.stopping}
          onClick={() => advance.mutate('stop')}
        >
          {plan.stopping ? m.plan_stopping() : m.plan_stop()}
        </Button>
      )}
      {plan.state === 'draft' && moves > 0 && (
        <Button
          look="primary"
          icon={<Check aria-hidden />}
          busy={advance.isPending}
          onClick={() => setAsking('commit')}
        >
          {m.plan_commit({ count: moves })}
        </Button>
      )}
      {plan.state === 'stopped' && moves > 0 && (
        <Button
          look="primary"
          icon={<Play aria-hidden />}
          busy={advance.isPending}
          onClick={() => advance.mutate('commit')}
        >
          {m.plan_go_on({ count: moves })}
        </Button>
      )}
      <Confirm
        open={asking === 'commit'}
        onOpenChange={(open) => !open && setAsking(null)}
        title={m.plan_commit({ count: moves })}
        description={leaves === '' ? m.plan_commit_text() : m.plan_commit_text_leaves({ name: leaves })}
        confirm={m.plan_commit_confirm()}
        onConfirm={() => advance.mutate('commit')}
      />
      <Confirm
        open={asking === 'undo'}
        onOpenChange={(open) => !open && setAsking(null)}
        title={m.plan_undo_title()}
        description={m.plan_undo_text()}
        confirm={m.plan_undo()}
        danger
        onConfirm={() => advance.mutate('undo')}
      />
    </>
  )
}

function Body({ plan }: { plan: Plan }) {
  const [tab, setTab] = useState<'people' | 'moves' | 'prices'>('people')
  const { summary, moves } = plan
  const now = new Date()
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-quiet">
        <Badge tone={stateTones[plan.state]}>{stateWords[plan.state]()}</Badge>
        {moves && plan.committedAt !== null && <Outcome moves={moves} />}
        {plan.undoUntil !== null && (
          <span>{m.plan_undo_until({ time: formatDateTime(new Date(plan.undoUntil), now) })}</span>
        )}
      </p>
      {plan.problem !== null && (
        <p role="alert" className="rounded-md bg-warn-tint px-3 py-2 text-sm text-warn">
          {plan.problem === 'REP_HAS_OPEN_WORK'
            ? m.plan_problem_open_work()
            : plan.problem === 'PLAN_GAVE_UP'
              ? m.plan_problem_gave_up()
              : m.plan_problem_internal()}
        </p>
      )}
      {isRunning(plan) && <PlanProgress plan={plan} />}
      {plan.kind === 'redistribute' && plan.committedAt !== null && plan.about[0] !== undefined && (
        <Suspense>
          <PlanHandovers repId={plan.about[0].rep.id} since={plan.committedAt} />
        </Suspense>
      )}
      {summary && (
        <>
          <PlanHeadline plan={plan} summary={summary} />
          <Tabs
            label={kindWords[plan.kind]()}
            value={tab}
            onChange={setTab}
            tabs={[
              {
                value: 'people',
                label: m.plan_tab_people(),
                count: summary.reps.filter(({ gains, losses }) => gains + losses > 0).length,
                content: <PlanReps plan={plan} summary={summary} />,
              },
              {
                value: 'moves',
                label: m.plan_tab_moves(),
                count: summary.items,
                content: <PlanMoves plan={plan} summary={summary} />,
              },
              { value: 'prices', label: m.plan_tab_prices(), content: <PlanPrices summary={summary} /> },
            ]}
          />
        </>
      )}
    </div>
  )
}

function Outcome({ moves }: { moves: NonNullable<Plan['moves']> }) {
  const parts = [
    moves.moved > 0 && m.plan_count_moved({ count: formatNumber(moves.moved) }),
    moves.queued > 0 && m.plan_count_queued({ count: formatNumber(moves.queued) }),
    moves.skipped > 0 && m.plan_count_skipped({ count: formatNumber(moves.skipped) }),
    moves.undone > 0 && m.plan_count_undone({ count: formatNumber(moves.undone) }),
    moves.planned > 0 && m.plan_count_planned({ count: formatNumber(moves.planned) }),
  ]
  return <span>{parts.filter(Boolean).join(' · ')}</span>
}
