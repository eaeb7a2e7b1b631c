import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PencilLine, Plus, Search } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useSession } from '../../app/session/session.ts'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { nothingSelected, type Selection, selectedCount } from '../../ui/data-table/selection.ts'
import type { ViewState } from '../../ui/data-table/view-state.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { noFilter } from '../../ui/filter/condition.ts'
import { toWhere } from '../../ui/filter/to-where.ts'
import { Input } from '../../ui/input.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { useIsPhone } from '../../ui/use-media.ts'
import { CardClock } from '../followup/row-clock.tsx'
import type { ListQuery } from './customer-api.ts'
import type { Noun } from './record-api.ts'
import { recordWhere } from './record-filter.ts'

const SavedViewsMenu = lazy(() =>
  import('../../app/saved-views-menu.tsx').then((part) => ({ default: part.SavedViewsMenu })),
)
const ColumnChooser = lazy(() =>
  import('../../ui/data-table/column-chooser.tsx').then((part) => ({ default: part.ColumnChooser })),
)
const RecordFilterBar = lazy(() =>
  import('./record-filter-bar.tsx').then((part) => ({ default: part.RecordFilterBar })),
)
const RecordBulk = lazy(() => import('./record-bulk.tsx').then((part) => ({ default: part.RecordBulk })))
const LogDialog = lazy(() =>
  import('../activities/log-dialog.tsx').then((part) => ({ default: part.LogDialog })),
)
const WhyPanel = lazy(() =>
  import('../assignment/why-panel.tsx').then((part) => ({ default: part.WhyPanel })),
)
const RecordFormDialog = lazy(() =>
  import('./record-form-dialog.tsx').then((part) => ({ default: part.RecordFormDialog })),
)

type Listed = { id: string; name: string; state: string | null }

export type ListView = { value: string; label: string; query: ListQuery; repOnly?: true }
type ReadPage<Row> = (
  query: ListQuery,
  cursor: string | null,
) => Promise<{ items: Row[]; nextCursor: string | null }>

/** What a list asks for, as its address says it. */
export function recordQuery(noun: Noun, view: ViewState, views: readonly ListView[]): ListQuery {
  const where = toWhere(view.filter, recordWhere[noun])
  return {
    ...(view.query ? { q: view.query } : {}),
    ...views.find(({ value }) => value === view.view)?.query,
    ...(where === undefined ? {} : { where }),
  }
}

export const recordRows = <Row,>(noun: Noun, query: ListQuery, read: ReadPage<Row>) =>
  infiniteQueryOptions({
    queryKey: [noun, 'list', query],
    queryFn: ({ pageParam }) => read(query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

type RecordListProps<Row extends Listed> = {
  noun: Noun
  /** May the caller make new ones? */
  creates: boolean
  /** May the caller write down a contact with this one? */
  logs: (row: Row) => boolean
  createLabel: string
  /** Besides everything: what else the list can be narrowed to, in the order of the tabs. */
  views: readonly ListView[]
  title: string
  countText: (count: number) => string
  emptyTitle: string
  icon: ReactNode
  /** The same while nothing in them changes, or every row is drawn again with every page that arrives. */
  columns: readonly Column<Row>[]
  read: ReadPage<Row>
  count: (query: ListQuery) => Promise<{ total: number }>
  subtitle: (row: Row) => string
  detail: (row: Row, onWhy: (decisionId: string, subject: string) => void) => ReactNode
  card: (row: Row) => ReactNode
}

/** Customers and opportunities are the same list over different records: search, mine or all, a panel over it. */
export function RecordList<Row extends Listed>(props: RecordListProps<Row>) {
  const { noun, title, columns, read, count, subtitle, detail, card } = props
  const [view, change] = useViewState()
  const screen = noun === 'account' ? 'accounts' : 'opportunities'
  const navigate = useNavigate()
  const may = useMay()
  const phone = useIsPhone()
  const hasRep = Boolean(useSession().data?.repId)
  const query = recordQuery(noun, view, props.views)
  const list = useInfiniteQuery(recordRows(noun, query, read))
  // The rows first: counting reads all of them.
  const total = useQuery({
    queryKey: [noun, 'count', query],
    queryFn: () => count(query),
    enabled: list.data !== undefined,
  }).data?.total
  const [why, setWhy] = useState<{ decisionId: string; subject: string } | null>(null)
  const [creating, setCreating] = useState(false)
  const [logging, setLogging] = useState<Row | null>(null)
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const showWhy = (decisionId: string, subject: string) => setWhy({ decisionId, subject })
  const narrowed = view.query !== '' || query.where !== undefined
  const views = props.views.filter(({ repOnly }) => !repOnly || hasRep)
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const at = view.openId === null ? -1 : rows.findIndex((row) => row.id === view.openId)
  const opened = rows[at]
  const neighbour = (step: 1 | -1) => {
    const next = rows[at + step]
    return at >= 0 && next ? () => change({ openId: next.id }, { replace: true }) : undefined
  }
  return (
    <Page
      fill
      title={title}
      {...(total === undefined ? {} : { count: props.countText(total) })}
      actions={
        props.creates && (
          <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
            {props.createLabel}
          </Button>
        )
      }
      toolbar={
        <>
          <Segments
            label={title}
            value={views.some(({ value }) => value === view.view) ? (view.view ?? 'all') : 'all'}
            onChange={(next) => change({ view: next === 'all' ? undefined : next, openId: null })}
            options={[{ value: 'all', label: m.accounts_all() }, ...views]}
          />
          <Suspense fallback={<span className="h-8 w-18 max-md:h-11" />}>
            <RecordFilterBar
              noun={noun}
              filter={view.filter}
              onChange={(filter) => change({ filter, openId: null }, { replace: true })}
            />
          </Suspense>
          <span className="flex items-center gap-2 md:ml-auto max-md:min-w-48 max-md:flex-1">
            <Input
              type="search"
              className="w-64 max-md:w-auto max-md:flex-1"
              lead={<Search aria-hidden />}
              aria-label={m.accounts_search()}
              placeholder={m.accounts_search()}
              value={view.query}
              onChange={(event) => change({ query: event.target.value, openId: null }, { replace: true })}
            />
            <Suspense fallback={<span className="h-8 w-8" />}>
              <SavedViewsMenu screen={screen} state={view} onOpen={change} />
              {!phone && (
                <ColumnChooser
                  columns={columns}
                  hidden={view.hidden}
                  onChange={(hidden) => change({ hidden })}
                />
              )}
            </Suspense>
          </span>
        </>
      }
    >
      {list.error && rows.length === 0 ? (
        <LoadFailed query={list} page />
      ) : (
        <DataTable
          label={title}
          className="min-h-0 flex-1"
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          total={total}
          hidden={view.hidden}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onNeedMore={() => !list.isFetchingNextPage && void list.fetchNextPage()}
          {...(may('leads.work') ? { selection, onSelection: setSelection } : {})}
          openId={view.openId}
          onOpen={(row) => change({ openId: row.id }, { replace: view.openId !== null })}
          card={(row) => (
            <div className="flex items-center gap-1 rounded-lg border border-line bg-surface pr-2">
              <button
                type="button"
                onClick={() => change({ openId: row.id })}
                className="flex min-w-0 flex-1 flex-col gap-1 p-4 pr-2 text-left"
              >
                {card(row)}
                <CardClock record={row} noun={noun} />
              </button>
              {props.logs(row) && (
                <IconButton
                  look="plain"
                  label={m.leads_log_title({ name: row.name })}
                  icon={<PencilLine aria-hidden />}
                  onClick={() => setLogging(row)}
                />
              )}
            </div>
          )}
          empty={
            <EmptyState
              icon={props.icon}
              title={narrowed ? m.ui_nothing_found() : props.emptyTitle}
              action={
                narrowed ? (
                  <Button onClick={() => change({ query: '', filter: noFilter })}>
                    {m.accounts_clear_filter()}
                  </Button>
                ) : (
                  (may('imports.run') || props.creates) && (
                    <Button
                      look="primary"
                      onClick={() =>
                        may('imports.run') ? void navigate({ to: '/import' }) : setCreating(true)
                      }
                    >
                      {may('imports.run') ? m.accounts_empty_action() : props.createLabel}
                    </Button>
                  )
                )
              }
            >
              {narrowed ? '' : may('imports.run') ? m.accounts_empty_text() : m.accounts_empty_own_text()}
            </EmptyState>
          }
        />
      )}
      <Panel
        open={opened !== undefined && why === null}
        onOpenChange={(open) => !open && change({ openId: null })}
        title={opened?.name ?? ''}
        subtitle={opened && subtitle(opened)}
        onPrevious={neighbour(-1)}
        onNext={neighbour(1)}
      >
        <Suspense fallback={<SkeletonLines lines={6} />}>{opened && detail(opened, showWhy)}</Suspense>
      </Panel>
      <Suspense>
        {may('leads.work') && selectedCount(selection, total) > 0 && (
          <RecordBulk
            noun={noun}
            selection={selection}
            onSelection={setSelection}
            rows={rows}
            total={total}
            read={(cursor) => read(query, cursor)}
          />
        )}
        {logging && (
          <LogDialog
            about={{ kind: noun, id: logging.id, name: logging.name }}
            onClose={() => setLogging(null)}
          />
        )}
        {why && (
          <WhyPanel
            {...why}
            onClose={() => setWhy(null)}
            onMoved={(decisionId) => setWhy((shown) => (shown ? { ...shown, decisionId } : shown))}
          />
        )}
        {creating && (
          <RecordFormDialog
            noun={noun}
            title={props.createLabel}
            onClose={() => setCreating(false)}
            onSaved={(id) => change({ view: undefined, query: '', openId: id })}
          />
        )}
      </Suspense>
    </Page>
  )
}
