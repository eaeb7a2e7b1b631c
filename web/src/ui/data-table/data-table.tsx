import {
  columnVisibilityFeature,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useLocale } from '../../i18n/locale.ts'
import { cx } from '../cx.ts'
import { useHotkeys } from '../hotkeys.ts'
import { useIsPhone } from '../use-media.ts'
import { CardList } from './card-list.tsx'
import type { Column, Sort } from './column.ts'
import { type Editing, useRowActions } from './row-actions.ts'
import { headerState, isSelected, type Selection, withSelected } from './selection.ts'
import { markShifted } from './stays.ts'
import { TableHead } from './table-head.tsx'
import { PlaceholderRow, TableRow } from './table-row.tsx'

export type DataTableProps<Row> = {
  label: string
  columns: readonly Column<Row>[]
  /** What is loaded so far, in the server's order. */
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** How many match, where the server said so. */
  total?: number | undefined
  loading?: boolean
  hasMore?: boolean
  onNeedMore?: () => void
  sort?: Sort | undefined
  onSort?: (sort: Sort | undefined) => void
  hidden?: readonly string[]
  selection?: Selection
  onSelection?: (selection: Selection) => void
  openId?: string | null
  onOpen?: (row: Row) => void
  /** The `a` key on the active row. */
  onAssign?: (row: Row) => void
  /** How one record looks on a phone; without it the table stays a table there. */
  card?: (row: Row) => ReactNode
  empty: ReactNode
  rowHeight?: number
  className?: string
}

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const phone = useIsPhone()
  if (!phone || !props.card) return <Grid {...props} />
  const { label, rows, rowId, card, hasMore = false, loading = false, onNeedMore, empty, className } = props
  return <CardList {...{ label, rows, rowId, card, hasMore, loading, onNeedMore, empty, className }} />
}

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature })
const SELECT_WIDTH = 40
const ROWS_AHEAD = 24
const PLACEHOLDERS = 12
/** Longer than from one turn of the wheel to the next. */
const REST_MS = 250
const none: readonly string[] = []

function useColumns<Row extends RowData>({ columns, rows, rowId, sort, hidden = none }: DataTableProps<Row>) {
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, sortable }) => ({
        id,
        header,
        enableSorting: sortable ?? false,
      })),
    [columns],
  )
  const hiddenKey = hidden.join(',')
  const columnVisibility = useMemo(
    () => Object.fromEntries(hiddenKey.split(',').map((id) => [id, false])),
    [hiddenKey],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: rowId,
    manualSorting: true,
    state: { sorting: sort ? [{ id: sort.column, desc: sort.descending }] : [], columnVisibility },
  })
  const visible = table.getVisibleLeafColumns()
  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    return visible.flatMap((column) => byId.get(column.id) ?? [])
  }, [columns, visible])
  return { shown, model: table.getRowModel().rows }
}

function gridStyle<Row>(columns: readonly Column<Row>[], selectable: boolean): CSSProperties {
  const widths = columns.map(({ width, grow }) => `minmax(${width}px, ${grow ?? width / 100}fr)`).join(' ')
  const least = columns.reduce((sum, column) => sum + column.width, selectable ? SELECT_WIDTH : 0)
  return {
    '--table-columns': selectable ? `${SELECT_WIDTH}px ${widths}` : widths,
    '--table-width': `${least}px`,
  } as CSSProperties
}

function Grid<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, rows, rowId, total, loading = false, hasMore = false, onNeedMore, sort, onSort } = props
  const { selection, onSelection, openId = null, onOpen, onAssign, empty, rowHeight = 40, className } = props
  const locale = useLocale()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [editing, setEditing] = useState<Editing>(null)
  const { shown, model } = useColumns(props)
  const selectable = selection !== undefined

  const waiting = (loading && model.length === 0) || hasMore ? PLACEHOLDERS : 0
  const virtual = useVirtualizer({
    count: model.length + waiting,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    isScrollingResetDelay: REST_MS,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight * 2,
  })
  const items = virtual.getVirtualItems()
  // Which rows the table stood still with: one set for all of them, where a timer each cost a third of a step.
  const rested = useRef(new Set<string>()).current
  const settled = useSettled(model.length > 0)
  if (settled && !virtual.isScrolling) for (const { index } of items) rested.add(model[index]?.id ?? '')
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loading && last >= model.length - ROWS_AHEAD) onNeedMore?.()
  }, [hasMore, loading, last, model.length, onNeedMore])

  const editable = shown.filter((column) => column.edit)
  const actions = useRowActions(
    { rows, rowId, editable, selection, onSelection, onOpen },
    setActive,
    setEditing,
  )

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(model.length - 1, index))
    const row = rows[next]
    if (row === undefined) return
    setActive(next)
    virtual.scrollToIndex(next)
    if (openId !== null && onOpen) onOpen(row)
    else requestAnimationFrame(() => focusRow(scroller.current, rowId(row)))
  }
  const activeRow = rows[active]
  const onActive = (act: ((row: Row) => void) | undefined) => () => {
    if (activeRow !== undefined) act?.(activeRow)
  }
  useHotkeys(
    {
      j: () => goTo(active + 1),
      k: () => goTo(active - 1),
      o: onActive(onOpen),
      x: onActive(
        (row) => selection && actions.select(rowId(row), !isSelected(selection, rowId(row)), false),
      ),
      e: () => actions.edit(active, undefined),
      ...(onAssign ? { a: onActive(onAssign) } : {}),
    },
    model.length > 0 && editing === null,
  )

  const frame = cx('rounded-lg border border-line bg-surface', className)
  if (!loading && model.length === 0) return <div className={frame}>{empty}</div>
  const placeholderColumns = selectable ? ['select', ...shown.map(({ id }) => id)] : shown.map(({ id }) => id)
  return (
    <div
      ref={scroller}
      onScroll={(event) => markShifted(event.currentTarget)}
      className={cx('group/grid relative overflow-auto overscroll-contain', frame)}
    >
      <table
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-colcount={shown.length + (selectable ? 1 : 0)}
        aria-busy={loading || undefined}
        className="block"
        style={gridStyle(shown, selectable)}
      >
        <TableHead
          columns={shown}
          sort={sort}
          onSort={onSort}
          selected={selection ? headerState(selection, rows.map(rowId)) : undefined}
          onSelect={(next) => selection && onSelection?.(withSelected(selection, rows.map(rowId), next))}
        />
        <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const place = { index: item.index, top: item.start, height: rowHeight }
            const row = model[item.index]
            if (!row) return <PlaceholderRow key={item.key} {...place} columns={placeholderColumns} />
            return (
              <TableRow
                key={row.id}
                id={row.id}
                row={row.original}
                {...place}
                columns={shown}
                selectable={selectable}
                selected={selection ? isSelected(selection, row.id) : false}
                active={item.index === active}
                opened={row.id === openId}
                rested={rested.has(row.id)}
                editing={editing?.index === item.index ? editing.column : undefined}
                locale={locale}
                actions={actions}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The first rows are drawn before anything that may come later. */
function useSettled(shown: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setSettled(true), REST_MS)
    return () => clearTimeout(timer)
  }, [shown])
  return settled
}

function focusRow(scroller: HTMLElement | null, id: string): void {
  scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
}
