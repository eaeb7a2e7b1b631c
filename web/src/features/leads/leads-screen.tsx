import type { QueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Inbox, Plus, Search } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useSession } from '../../app/session/session.ts'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { useLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { Button, buttonLook } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import {
  everythingSelected,
  nothingSelected,
  type Selection,
  selectedCount,
} from '../../ui/data-table/selection.ts'
import { readViewSearch, toViewState } from '../../ui/data-table/view-state.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { noFilter } from '../../ui/filter/condition.ts'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { Segments } from '../../ui/segments.tsx'
import { useIsPhone } from '../../ui/use-media.ts'
import { type Lead, matchingIds } from './lead-api.ts'
import { LeadCard, leadColumns } from './lead-columns.tsx'
import { type LeadView, leadViews } from './lead-filter.ts'
import { useCellEdit } from './use-cell-edit.ts'
import { firstRows, useLeadList } from './use-lead-list.ts'

// Editors of conditions, names and columns: 15 kB that the first rows need not wait for.
const filterBar = () => import('./lead-filter-bar.tsx')
const savedViews = () => import('../../app/saved-views-menu.tsx')
const columnChooser = () => import('../../ui/data-table/column-chooser.tsx')
const LeadFilterBar = lazy(() => filterBar().then((part) => ({ default: part.LeadFilterBar })))
const SavedViewsMenu = lazy(() => savedViews().then((part) => ({ default: part.SavedViewsMenu })))
const ColumnChooser = lazy(() => columnChooser().then((part) => ({ default: part.ColumnChooser })))
const LeadBulkBar = lazy(() => import('./lead-bulk-bar.tsx').then((part) => ({ default: part.LeadBulkBar })))
const WaitingReasons = lazy(() =>
  import('./waiting-reasons.tsx').then((part) => ({ default: part.WaitingReasons })),
)
const LeadPanel = lazy(() => import('./lead-panel.tsx').then((part) => ({ default: part.LeadPanel })))
const NewLeadDialog = lazy(() =>
  import('./new-lead-dialog.tsx').then((part) => ({ default: part.NewLeadDialog })),
)
const WhyPanel = lazy(() =>
  import('../assignment/why-panel.tsx').then((part) => ({ default: part.WhyPanel })),
)
const PreviewDialog = lazy(() =>
  import('../assignment/preview-dialog.tsx').then((part) => ({ default: part.PreviewDialog })),
)
const OverrideDialog = lazy(() =>
  import('../assignment/override-dialog.tsx').then((part) => ({ default: part.OverrideDialog })),
)

const ReleaseManyDialog = lazy(() =>
  import('../pools/release-many-dialog.tsx').then((part) => ({ default: part.ReleaseManyDialog })),
)

/** The most one release takes (the server's limit). */
const MOST_RELEASED = 500

const viewLabel = (view: LeadView) =>
  ({
    open: m.leads_view_open,
    mine: m.leads_view_mine,
    waiting: m.leads_view_waiting,
    due: m.leads_view_due,
    pool: m.leads_view_pool,
    closed: m.leads_view_closed,
  })[view]()

/** Asked for when the way here is chosen, not when the screen has been drawn: a tenth of a second sooner. */
export function prepare(client: QueryClient, search: Record<string, unknown>): void {
  void client.prefetchInfiniteQuery(firstRows(toViewState(readViewSearch(search))))
}

export function warm(): void {
  // Whatever cannot be fetched now is asked for again, and missed, when it is drawn.
  for (const load of [filterBar, savedViews, columnChooser]) load().catch(() => undefined)
}

export function Screen() {
  const [state, change] = useViewState()
  const list = useLeadList(state)
  const session = useSession()
  const may = useMay()
  const phone = useIsPhone()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [creating, setCreating] = useState(false)
  const [why, setWhy] = useState<{ decisionId: string; subject: string } | null>(null)
  const [assigning, setAssigning] = useState<string[] | null>(null)
  const [releasing, setReleasing] = useState<string[] | null>(null)
  const [overriding, setOverriding] = useState<Lead | null>(null)

  const showWhy = useCallback((decisionId: string, subject: string) => setWhy({ decisionId, subject }), [])
  // The same columns while nothing in them changes, or every row is drawn again with every page that arrives.
  const edits = useCellEdit()
  const locale = useLocale()
  const today = new Date().toDateString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: words and relative days are read when they are made.
  const columns = useMemo(
    () => leadColumns(showWhy, edits, list.view),
    [showWhy, edits, list.view, locale, today],
  )
  const { rows, total } = list
  const views = leadViews.filter((view) => view !== 'mine' || session.data?.repId)
  const opened = rows.findIndex((lead) => lead.id === state.openId)
  const neighbour = (step: number) => {
    const next = opened < 0 ? undefined : rows[opened + step]
    return next ? () => change({ openId: next.id }, { replace: true }) : undefined
  }
  const selected = async (then: (ids: string[]) => void) => {
    const ids = selection.kind === 'some' ? [...selection.ids] : await selectAllIds()
    if (ids.length > 0) then(ids)
  }
  const selectAllIds = async () => {
    try {
      return await matchingIds(
        list.filter,
        list.sort,
        selection.kind === 'all' ? selection.except : new Set(),
      )
    } catch (error) {
      await notify({ text: problemSentence(error), tone: 'bad' })
      return []
    }
  }
  const mayAssign = may('assignments.run') && state.view !== 'closed'
  const create = () => setCreating(true)

  return (
    <Page
      fill
      title={m.leads_title()}
      {...(total === undefined ? {} : { count: m.leads_count({ count: total }) })}
      actions={
        may('leads.create') && (
          <Button look="primary" icon={<Plus aria-hidden />} onClick={create}>
            {m.leads_new()}
          </Button>
        )
      }
      toolbar={
        <>
          <Segments
            label={m.ui_saved_views()}
            value={list.view}
            onChange={(view) => change({ view, sort: undefined, openId: null })}
            options={views.map((value) => ({ value, label: viewLabel(value) }))}
          />
          <Suspense fallback={<span className="h-8 w-18 max-md:h-11" />}>
            <LeadFilterBar
              filter={state.filter}
              onChange={(filter) => change({ filter }, { replace: true })}
            />
          </Suspense>
          <span className="flex items-center gap-2 md:ml-auto max-md:min-w-48 max-md:flex-1">
            <Input
              type="search"
              aria-label={m.leads_search()}
              placeholder={m.leads_search()}
              lead={<Search aria-hidden />}
              className="w-64 max-md:w-auto max-md:flex-1"
              value={state.query}
              onChange={(event) => change({ query: event.target.value }, { replace: true })}
            />
            <Suspense fallback={<span className="h-8 w-18" />}>
              <SavedViewsMenu screen="leads" state={state} onOpen={change} />
              {!phone && (
                <ColumnChooser
                  columns={columns}
                  hidden={state.hidden}
                  onChange={(hidden) => change({ hidden })}
                />
              )}
            </Suspense>
          </span>
          {list.view === 'waiting' && (
            <Suspense>
              <WaitingReasons filter={state.filter} onChange={(filter) => change({ filter })} />
            </Suspense>
          )}
        </>
      }
    >
      {list.error && rows.length === 0 ? (
        <EmptyState
          icon={<Inbox />}
          title={problemSentence(list.error)}
          action={<Button onClick={list.retry}>{m.app_retry()}</Button>}
        />
      ) : (
        <DataTable
          label={m.leads_table()}
          className="min-h-0 flex-1"
          columns={columns}
          rows={rows}
          rowId={(lead) => lead.id}
          total={total}
          loading={list.loading}
          hasMore={list.hasMore}
          onNeedMore={list.needMore}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          hidden={state.hidden}
          {...(mayAssign ? { selection, onSelection: setSelection } : {})}
          openId={state.openId}
          onOpen={(lead) => change({ openId: lead.id }, { replace: state.openId !== null })}
          {...(may('leads.override') ? { onAssign: setOverriding } : {})}
          card={(lead) => <LeadCard lead={lead} onOpen={() => change({ openId: lead.id })} onWhy={showWhy} />}
          empty={
            <Nothing
              narrowed={list.narrowed}
              onClear={() => change({ filter: noFilter, query: '' })}
              onNew={() => setCreating(true)}
            />
          }
        />
      )}
      {mayAssign && selectedCount(selection, total) > 0 && (
        <Suspense>
          <LeadBulkBar
            count={selectedCount(selection, total)}
            matching={total}
            onSelectAll={() => setSelection(everythingSelected)}
            onClear={() => setSelection(nothingSelected)}
            onAssign={() => void selected(setAssigning)}
            onRelease={() => void selected((ids) => setReleasing(ids.slice(0, MOST_RELEASED)))}
          />
        </Suspense>
      )}
      <Suspense>
        {state.openId && !why && (
          <LeadPanel
            key={state.openId}
            leadId={state.openId}
            row={rows[opened]}
            onClose={() => change({ openId: null })}
            onOpen={(id) => change({ openId: id }, { replace: true })}
            onWhy={showWhy}
            onPrevious={neighbour(-1)}
            onNext={neighbour(1)}
          />
        )}
        {creating && (
          <NewLeadDialog
            onClose={() => setCreating(false)}
            onWhy={(decisionId, subject) => {
              setCreating(false)
              showWhy(decisionId, subject)
            }}
          />
        )}
        {why && (
          <WhyPanel
            {...why}
            onClose={() => setWhy(null)}
            onMoved={(decisionId) => setWhy((shown) => (shown ? { ...shown, decisionId } : shown))}
          />
        )}
        {assigning && (
          <PreviewDialog
            scope={{ leadIds: assigning }}
            onClose={() => setAssigning(null)}
            onAssigned={() => {
              setAssigning(null)
              setSelection(nothingSelected)
            }}
          />
        )}
        {releasing && (
          <ReleaseManyDialog
            itemIds={releasing}
            onClose={() => setReleasing(null)}
            onDone={() => {
              setReleasing(null)
              setSelection(nothingSelected)
            }}
          />
        )}
        {overriding && (
          <OverrideDialog
            leadId={overriding.id}
            subject={overriding.company || overriding.name}
            onClose={() => setOverriding(null)}
          />
        )}
      </Suspense>
    </Page>
  )
}

type NothingProps = { narrowed: boolean; onClear: () => void; onNew: () => void }

function Nothing({ narrowed, onClear, onNew }: NothingProps) {
  const may = useMay()
  if (narrowed)
    return (
      <EmptyState
        icon={<Search />}
        title={m.leads_no_match_title()}
        action={<Button onClick={onClear}>{m.leads_clear_filter()}</Button>}
      >
        {m.leads_no_match_text()}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<Inbox />}
      title={m.leads_empty_title()}
      action={
        may('imports.run') ? (
          <Link to="/import" className={buttonLook({ look: 'primary' })}>
            {m.leads_import()}
          </Link>
        ) : (
          may('leads.create') && (
            <Button look="primary" onClick={onNew}>
              {m.leads_new()}
            </Button>
          )
        )
      }
    >
      {may('imports.run') ? m.leads_empty_text() : m.leads_empty_own_text()}
    </EmptyState>
  )
}
