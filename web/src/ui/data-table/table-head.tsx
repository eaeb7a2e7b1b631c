import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Checkbox } from '../checkbox.tsx'
import { cx } from '../cx.ts'
import { type Column, nextSort, type Sort } from './column.ts'
import { STAYS } from './stays.ts'

type TableHeadProps<Row> = {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: Sort | undefined) => void) | undefined
  /** `undefined`: this table selects nothing. */
  selected: boolean | 'indeterminate' | undefined
  onSelect: (selected: boolean) => void
}

function ariaSort<Row>(column: Column<Row>, sort: Sort | undefined) {
  if (sort?.column === column.id) return sort.descending ? 'descending' : 'ascending'
  return column.sortable ? 'none' : undefined
}

export function TableHead<Row>({ columns, sort, onSort, selected, onSelect }: TableHeadProps<Row>) {
  const selectable = selected !== undefined
  return (
    <thead className="sticky top-0 z-10 block min-w-(--table-width)">
      <tr
        aria-rowindex={1}
        className="grid h-9 grid-cols-(--table-columns) border-b border-line bg-surface text-left text-xs text-quiet"
      >
        {selectable && (
          <th
            scope="col"
            aria-colindex={1}
            className={cx('left-0 grid place-items-center bg-surface', STAYS)}
          >
            <Checkbox label={m.ui_select_loaded()} checked={selected} onChange={onSelect} />
          </th>
        )}
        {columns.map((column, position) => (
          <th
            key={column.id}
            scope="col"
            aria-colindex={position + (selectable ? 2 : 1)}
            aria-sort={ariaSort(column, sort)}
            className={cx(
              'flex min-w-0 items-center bg-surface px-3 font-normal',
              column.align === 'end' && 'justify-end',
              position === 0 && cx(STAYS, selectable ? 'left-10' : 'left-0'),
            )}
          >
            {column.sortable ? (
              <button
                type="button"
                onClick={() => onSort?.(nextSort(sort, column.id))}
                className="group/sort -mx-1.5 inline-flex h-7 min-w-0 items-center gap-1 rounded-sm px-1.5 hover:bg-ink/5 hover:text-ink"
              >
                <span className="truncate">{column.header}</span>
                <SortMark sort={sort} column={column.id} />
              </button>
            ) : (
              <span className="truncate">{column.header}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SortMark({ sort, column }: { sort: Sort | undefined; column: string }) {
  if (sort?.column !== column)
    return (
      <ChevronsUpDown aria-hidden className="size-3 shrink-0 text-faint/70 group-hover/sort:text-quiet" />
    )
  const Mark = sort.descending ? ArrowDown : ArrowUp
  return <Mark aria-hidden className="size-3 shrink-0 text-accent" />
}
