import { useQuery } from '@tanstack/react-query'
import { Plus, Search, Settings2, Sparkles, UserRoundPlus, Waves } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { NextStep } from '../../app/next-step.tsx'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { nothingSelected, type Selection, selectedCount } from '../../ui/data-table/selection.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Input } from '../../ui/input.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Pool, poolItemsQuery, poolsQuery } from './pool-api.ts'
import { PoolCard, poolColumns } from './pool-columns.tsx'
import { PoolLimitsLine } from './pool-limits.tsx'
import { useNow } from './use-now.ts'
import { usePoolActions } from './use-pool-actions.ts'

// What opens over the list is loaded when it opens.
const PoolPanel = lazy(() => import('./pool-panel.tsx').then((part) => ({ default: part.PoolPanel })))
const AssignDialog = lazy(() =>
  import('./assign-dialog.tsx').then((part) => ({ default: part.AssignDialog })),
)
const NewPoolDialog = lazy(() =>
  import('./new-pool-dialog.tsx').then((part) => ({ default: part.NewPoolDialog })),
)
const PoolSettings = lazy(() =>
  import('./pool-settings.tsx').then((part) => ({ default: part.PoolSettings })),
)

export function Screen() {
  const pools = useQuery(poolsQuery)
  const [state, change] = useViewState()
  const may = useMay()
  const [creating, setCreating] = useState(false)
  const all = pools.data?.items ?? []
  const pool = all.find((one) => one.id === state.view) ?? all.find((one) => one.mine.member) ?? all[0]
  const dialog = creating && (
    <Suspense>
      <NewPoolDialog
        onClose={() => setCreating(false)}
        onMade={(id) => {
          setCreating(false)
          change({ view: id })
        }}
      />
    </Suspense>
  )
  const create = may('pools.edit') && (
    <Button look={pool ? 'plain' : 'primary'} icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      {m.pools_new()}
    </Button>
  )
  if (pool === undefined)
    return (
      <Page title={m.nav_pool()}>
        {pools.isPending ? (
          <SkeletonLines lines={6} />
        ) : pools.error ? (
          <EmptyState
            icon={<Waves />}
            title={problemSentence(pools.error)}
            action={<Button onClick={() => void pools.refetch()}>{m.app_retry()}</Button>}
          />
        ) : (
          <EmptyState icon={<Waves />} title={m.pools_none_title()} action={create || <NextStep />}>
            {m.pools_none_text()}
          </EmptyState>
        )}
        {dialog}
      </Page>
    )
  return (
    <>
      <OnePool key={pool.id} pool={pool} pools={all} create={create} />
      {dialog}
    </>
  )
}

const TIERS = ['A', 'B', 'C'] as const

function OnePool({ pool, pools, create }: { pool: Pool; pools: readonly Pool[]; create: ReactNode }) {
  const [state, change] = useViewState()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [assigning, setAssigning] = useState(false)
  const [settings, setSettings] = useState(false)
  const [tier, setTier] = useState('all')
  const items = useQuery(
    poolItemsQuery(pool.id, {
      ...(tier === 'all' ? {} : { tier }),
      ...(state.query.trim() ? { q: state.query.trim() } : {}),
    }),
  )
  const rows = items.data?.items ?? []
  const now = useNow(rows.some((item) => item.window !== null))
  const actions = usePoolActions(pool.id)
  const opened = rows.findIndex((item) => item.id === state.openId)
  const neighbour = (step: number) => {
    const next = opened < 0 ? undefined : rows[opened + step]
    return next ? () => change({ openId: next.id }, { replace: true }) : undefined
  }
  const mine = items.data?.limits ?? pool.mine.limits
  const free = rows.some((item) => item.match !== null && item.refusal === null)
  const chosen = selection.kind === 'some' ? [...selection.ids] : []
  return (
    <Page
      fill
      title={m.nav_pool()}
      count={m.pools_count({ count: items.data?.total ?? pool.lying })}
      actions={
        <>
          {mine !== null && pool.mode === 'first_come' && (
            <Button
              look="primary"
              icon={<Sparkles aria-hidden />}
              busy={actions.next.isPending}
              disabled={!free}
              onClick={() => actions.next.mutate()}
            >
              {m.pools_claim_next()}
            </Button>
          )}
          {create}
          {pool.mine.manages && (
            <IconButton
              look="plain"
              label={m.pools_settings()}
              icon={<Settings2 aria-hidden />}
              onClick={() => setSettings(true)}
            />
          )}
        </>
      }
      toolbar={
        <>
          {pools.length > 1 && (
            <Segments
              label={m.pools_which()}
              value={pool.id}
              onChange={(view) => change({ view, openId: null })}
              options={pools.map((one) => ({ value: one.id, label: one.name, count: one.lying }))}
            />
          )}
          <Segments
            label={m.leads_tier()}
            value={tier}
            onChange={setTier}
            options={[
              { value: 'all', label: m.pools_all_tiers() },
              ...TIERS.map((value) => ({ value, label: value })),
            ]}
          />
          <Input
            type="search"
            aria-label={m.leads_search()}
            placeholder={m.leads_search()}
            lead={<Search aria-hidden />}
            className="w-56 md:ml-auto max-md:w-full"
            value={state.query}
            onChange={(event) => change({ query: event.target.value }, { replace: true })}
          />
          <span className="flex w-full flex-wrap gap-x-3">
            {mine !== null && <PoolLimitsLine limits={mine} />}
            {pool.unnoticed > 0 && (
              <span className="text-sm text-warn">
                {m.pools_unnoticed({ count: pool.unnoticed, hours: pool.unnoticedHours })}
              </span>
            )}
          </span>
        </>
      }
    >
      {items.error && rows.length === 0 ? (
        <EmptyState
          icon={<Waves />}
          title={problemSentence(items.error)}
          action={<Button onClick={() => void items.refetch()}>{m.app_retry()}</Button>}
        />
      ) : (
        <DataTable
          label={m.pools_table()}
          className="min-h-0 flex-1"
          columns={poolColumns(pool, actions, now)}
          rows={rows}
          rowId={(item) => item.id}
          total={items.data?.total}
          loading={items.isPending}
          {...(pool.mine.manages ? { selection, onSelection: setSelection } : {})}
          openId={state.openId}
          onOpen={(item) => change({ openId: item.id }, { replace: state.openId !== null })}
          card={(item) => (
            <PoolCard
              pool={pool}
              item={item}
              actions={actions}
              now={now}
              onOpen={() => change({ openId: item.id })}
            />
          )}
          empty={
            <EmptyState icon={<Waves />} title={m.pools_empty_title()} action={<NextStep />}>
              {m.pools_empty_text()}
            </EmptyState>
          }
        />
      )}
      <BulkBar
        count={selectedCount(selection, rows.length)}
        matching={undefined}
        onSelectAll={() => undefined}
        onClear={() => setSelection(nothingSelected)}
      >
        <Button
          size="sm"
          look="primary"
          icon={<UserRoundPlus aria-hidden />}
          onClick={() => setAssigning(true)}
        >
          {m.pools_assign()}
        </Button>
      </BulkBar>
      <Suspense>
        {rows[opened] && (
          <PoolPanel
            pool={pool}
            item={rows[opened]}
            actions={actions}
            now={now}
            onClose={() => change({ openId: null })}
            onPrevious={neighbour(-1)}
            onNext={neighbour(1)}
          />
        )}
        {assigning && (
          <AssignDialog
            pool={pool}
            itemIds={selection.kind === 'all' ? rows.map((item) => item.id) : chosen}
            onClose={() => setAssigning(false)}
            onDone={() => {
              setAssigning(false)
              setSelection(nothingSelected)
            }}
          />
        )}
        {settings && <PoolSettings pool={pool} onClose={() => setSettings(false)} />}
      </Suspense>
    </Page>
  )
}
