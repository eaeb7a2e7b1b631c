import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BrainCircuit, Gauge, RefreshCw } from 'lucide-react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { NextStep } from '../../app/next-step.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button, buttonLook } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Board, type BoardRep, boardQuery, evaluateNow, isBusy } from './capability-api.ts'
import { Proposals } from './proposals.tsx'
import { StrengthGrid } from './strength-grid.tsx'
import { StrengthList } from './strength-list.tsx'

const views = ['overall', 'productLine', 'customerType'] as const
type View = (typeof views)[number]
const isView = (name: string | undefined): name is View =>
  (views as readonly (string | undefined)[]).includes(name)

/** Known strengths first, by how far the interval's near end is from the average. */
const byStrength = (a: BoardRep, b: BoardRep): number =>
  (b.strength?.score ?? -1) - (a.strength?.score ?? -1) || (a.rep.id < b.rep.id ? -1 : 1)

export function Screen() {
  const may = useMay()
  const client = useQueryClient()
  const [view, change] = useViewState()
  const board = useQuery({
    ...boardQuery,
    refetchInterval: (query) => (isBusy(query.state.data?.job ?? null) ? 2000 : false),
  })
  const evaluate = useMutation({
    mutationFn: evaluateNow,
    onSuccess: () => client.invalidateQueries({ queryKey: ['capability'] }),
  })
  const chosen: View = isView(view.view) ? view.view : 'overall'
  const busy = evaluate.isPending || isBusy(board.data?.job ?? null)
  return (
    <Page
      title={m.nav_capability()}
      {...(board.data?.madeAt ? { count: madeWords(board.data) } : {})}
      actions={
        <>
          <Link to="/models" className={buttonLook({ look: 'plain' })}>
            <BrainCircuit aria-hidden />
            {m.model_title()}
          </Link>
          {may('capability.run') && (
            <Button icon={<RefreshCw aria-hidden />} busy={busy} onClick={() => evaluate.mutate()}>
              {m.capability_evaluate()}
            </Button>
          )}
        </>
      }
    >
      {board.error && !board.data ? (
        <LoadFailed query={board} page />
      ) : !board.data ? (
        <SkeletonLines />
      ) : board.data.outcomes === 0 ? (
        <Card>
          <EmptyState
            icon={<Gauge />}
            title={m.capability_empty_title()}
            action={<NextStep steps={[{ to: '/import', needs: 'imports.run', label: m.leads_import() }]} />}
          >
            {m.capability_empty_detail()}
          </EmptyState>
        </Card>
      ) : (
        <div className="flex flex-col gap-4">
          {board.data.stale && (
            <p role="status" className="rounded-md bg-warn-tint px-3 py-2 text-sm text-warn">
              {m.capability_stale()}
            </p>
          )}
          <p className="max-w-180 text-sm text-quiet">{m.capability_intro()}</p>
          <Segments
            className="self-start"
            label={m.capability_view()}
            value={chosen}
            onChange={(next) => change({ view: next === 'overall' ? undefined : next })}
            options={[
              { value: 'overall', label: m.capability_overall() },
              { value: 'productLine', label: m.capability_product_line() },
              { value: 'customerType', label: m.capability_customer_type() },
            ]}
          />
          <Strengths board={board.data} view={chosen} />
          <Proposals proposals={board.data.proposals} withNames />
        </div>
      )}
    </Page>
  )
}

const madeWords = (board: Board): string =>
  m.capability_made({
    at: formatDateTime(new Date(board.madeAt ?? 0), new Date()),
    count: board.outcomes,
  })

function Strengths({ board, view }: { board: Board; view: View }) {
  const reps = board.reps.toSorted(byStrength)
  const values = view === 'productLine' ? board.productLines : board.customerTypes
  if (view === 'overall')
    return (
      <Card title={m.capability_board()} flush aside={<Legend />}>
        <StrengthList reps={reps} />
      </Card>
    )
  return (
    <Card title={view === 'productLine' ? m.capability_product_line() : m.capability_customer_type()} flush>
      {values.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-quiet">{m.capability_no_values()}</p>
      ) : (
        <StrengthGrid reps={reps} dimension={view} values={values} />
      )}
    </Card>
  )
}

const Legend = () => <span className="text-xs text-quiet max-md:hidden">{m.capability_legend()}</span>
