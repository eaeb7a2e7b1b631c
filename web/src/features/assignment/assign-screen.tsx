import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Inbox, Shuffle } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import {
  everythingSelected,
  nothingSelected,
  type Selection,
  selectedCount,
} from '../../ui/data-table/selection.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segments } from '../../ui/segments.tsx'
import { assignColumns } from './assign-columns.tsx'
import {
  countWaiting,
  type PreviewItem,
  previewAssignment,
  readWaiting,
  type Scope,
} from './assignment-api.ts'
import { useAssignment } from './use-assignment.ts'
import { WaitingCard } from './waiting-card.tsx'

// What opens over the queue is loaded when it opens.
const PreviewDialog = lazy(() =>
  import('./preview-dialog.tsx').then((module) => ({ default: module.PreviewDialog })),
)
const WaitingPanel = lazy(() =>
  import('./waiting-panel.tsx').then((module) => ({ default: module.WaitingPanel })),
)

const TIERS = ['A', 'B', 'C'] as const
/** Recommendations are worked out for what is on the first screens of the list. */
const RECOMMENDED_AHEAD = 100

export function Screen() {
  const [view, change] = useViewState()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [scope, setScope] = useState<Scope | null>(null)
  const navigate = useNavigate()
  const may = useMay()
  const work = useAssignment()

  const waiting = useInfiniteQuery({
    queryKey: ['lead', 'waiting', view.view ?? null],
    queryFn: ({ pageParam }) => readWaiting(pageParam, view.view),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
  const total = useQuery({
    queryKey: ['lead', 'count', 'waiting', view.view ?? null],
    queryFn: () => countWaiting(view.view),
  }).data?.total
  const rows = waiting.data?.pages.flatMap((page) => page.items) ?? []
  const ahead = rows.slice(0, RECOMMENDED_AHEAD).map((lead) => lead.id)
  const recommendations = useQuery({
    queryKey: ['assignment', 'recommendations', ahead],
    queryFn: () => previewAssignment({ leadIds: ahead }),
    enabled: ahead.length > 0,
    placeholderData: (before) => before,
  })
  const previews = new Map<string, PreviewItem>(
    recommendations.data?.items.map((item) => [item.leadId, item]) ?? [],
  )

  // What the engine would choose anyway stays the engine's decision, with all its reasons; anybody else is an override.
  const accept = (leadId: string, repId: string) => {
    if (previews.get(leadId)?.owner?.id === repId) work.assign.mutate({ leadIds: [leadId] })
    else work.give.mutate({ leadId, repId, reason: m.assign_accepted_reason() })
  }
  const mayAccept = (item: PreviewItem) =>
    may('leads.override') || item.owner?.id === item.recommendations[0]?.repId
  const selectedScope = (): Scope =>
    selection.kind === 'all' && selection.except.size === 0 && !view.view
      ? { waiting: true }
      : {
          leadIds:
            selection.kind === 'some'
              ? [...selection.ids]
              : rows.filter((lead) => !selection.except.has(lead.id)).map((lead) => lead.id),
        }
  const allScope = (): Scope => (view.view ? { leadIds: rows.map((lead) => lead.id) } : { waiting: true })

  const opened = view.openId === null ? -1 : rows.findIndex((lead) => lead.id === view.openId)
  const lead = rows[opened]
  const neighbour = (step: 1 | -1) => {
    const next = rows[opened + step]
    return opened >= 0 && next ? () => change({ openId: next.id }, { replace: true }) : undefined
  }
  return (
    <Page
      fill
      title={m.nav_assign()}
      {...(total === undefined ? {} : { count: m.assign_waiting_count({ count: total }) })}
      actions={
        may('assignments.run') && (
          <Button
            look="primary"
            icon={<Shuffle aria-hidden />}
            disabled={rows.length === 0}
            onClick={() => setScope(allScope())}
          >
            {m.assign_all()}
          </Button>
        )
      }
      toolbar={
        <Segments
          label={m.assign_tier()}
          value={view.view ?? 'all'}
          onChange={(next) => {
            setSelection(nothingSelected)
            change({ view: next === 'all' ? undefined : next, openId: null })
          }}
          options={[
            { value: 'all', label: m.assign_tier_all() },
            ...TIERS.map((tier) => ({ value: tier, label: m.assign_tier_named({ tier }) })),
          ]}
        />
      }
    >
      {waiting.error && rows.length === 0 ? (
        <LoadFailed query={waiting} page />
      ) : (
        <DataTable
          label={m.assign_queue()}
          className="min-h-0 flex-1"
          columns={assignColumns(previews, mayAccept, accept)}
          rows={rows}
          rowId={(row) => row.id}
          total={total}
          loading={waiting.isPending}
          hasMore={waiting.hasNextPage}
          onNeedMore={() => !waiting.isFetchingNextPage && void waiting.fetchNextPage()}
          selection={selection}
          onSelection={setSelection}
          openId={view.openId}
          onOpen={(row) => change({ openId: row.id }, { replace: view.openId !== null })}
          onAssign={(row) => setScope({ leadIds: [row.id] })}
          card={(row) => {
            const item = previews.get(row.id)
            return (
              <WaitingCard
                lead={row}
                item={item}
                onOpen={() => change({ openId: row.id })}
                onAccept={item && mayAccept(item) ? (repId) => accept(row.id, repId) : undefined}
              />
            )
          }}
          empty={
            <EmptyState
              icon={<Inbox />}
              title={m.assign_empty_title()}
              action={
                may('imports.run') && (
                  <Button look="primary" onClick={() => void navigate({ to: '/import' })}>
                    {m.assign_empty_action()}
                  </Button>
                )
              }
            >
              {m.assign_empty_text()}
            </EmptyState>
          }
        />
      )}
      <BulkBar
        count={selectedCount(selection, total)}
        matching={total}
        onSelectAll={() => setSelection(everythingSelected)}
        onClear={() => setSelection(nothingSelected)}
      >
        <Button
          size="sm"
          look="primary"
          icon={<Shuffle aria-hidden />}
          onClick={() => setScope(selectedScope())}
        >
          {m.assign_selected()}
        </Button>
      </BulkBar>
      <Panel
        open={lead !== undefined}
        onOpenChange={(open) => !open && change({ openId: null })}
        title={lead?.company || lead?.name || ''}
        subtitle={lead && [lead.name, lead.region].filter(Boolean).join(' · ')}
        onPrevious={neighbour(-1)}
        onNext={neighbour(1)}
      >
        <Suspense>
          {lead && (
            <WaitingPanel
              lead={lead}
              preview={previews.get(lead.id)}
              work={work}
              onAccept={(repId) => accept(lead.id, repId)}
            />
          )}
        </Suspense>
      </Panel>
      <Suspense>
        {scope && (
          <PreviewDialog
            scope={scope}
            onClose={() => setScope(null)}
            onAssigned={() => {
              setScope(null)
              setSelection(nothingSelected)
            }}
          />
        )}
      </Suspense>
    </Page>
  )
}
