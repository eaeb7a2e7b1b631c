import { memo } from 'react'
import { m } from '../../i18n/messages.ts'
import { Checkbox } from '../checkbox.tsx'
import { cx } from '../cx.ts'
import { InlineEdit } from '../inline-edit.tsx'
import type { Column } from './column.ts'
import type { RowActions } from './row-actions.ts'
import { STAYS } from './stays.ts'

type TableRowProps<Row> = {
  row: Row
  id: string
  index: number
  top: number
  height: number
  columns: readonly Column<Row>[]
  selectable: boolean
  selected: boolean
  active: boolean
  opened: boolean
  /** What costs a request or much drawing is shown once the table stood still with this row in it. */
  rested: boolean
  editing: string | undefined
  /** Part of the props so that a change of language reaches rows that did not change otherwise. */
  locale: string
  actions: RowActions<Row>
}

function TableRowView<Row>({
  row,
  id,
  index,
  top,
  height,
  columns,
  selectable,
  selected,
  active,
  opened,
  rested,
  editing,
  actions,
}: TableRowProps<Row>) {
  const offset = selectable ? 2 : 1
  const background = selected || opened ? 'bg-tint' : 'bg-surface group-hover/row:bg-sunken'
  return (
    <tr
      tabIndex={active ? 0 : -1}
      data-row={id}
      aria-rowindex={index + 2}
      onClick={(event) => {
        // The cell of the box is a wide target for the box alone: a near miss must not open the record.
        if ((event.target as Element).closest('[data-own-press]')) return
        actions.activate(index)
        actions.open?.(row)
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && event.key === 'Enter' && !event.nativeEvent.isComposing)
          actions.open?.(row)
      }}
      className={cx(
        'group/row absolute left-0 grid contain-strict w-full min-w-(--table-width) grid-cols-(--table-columns) border-b border-line text-sm focus-visible:-outline-offset-2',
        actions.open && 'cursor-pointer',
      )}
      style={{ top, height }}
    >
      {selectable && (
        <td
          aria-colindex={1}
          data-own-press=""
          className={cx('relative left-0 z-1 grid place-items-center', STAYS, background)}
        >
          {active && <i aria-hidden className="absolute inset-y-1 left-0 w-0.75 rounded-r-full bg-accent" />}
          <Checkbox
            tabIndex={active ? 0 : -1}
            label={m.ui_select_row({ row: index + 1 })}
            checked={selected}
            onChange={(next, range) => actions.select(id, next, range)}
          />
        </td>
      )}
      {columns.map((column, position) => (
        <td
          key={column.id}
          aria-colindex={position + offset}
          onDoubleClick={column.edit && !actions.open ? () => actions.edit(index, column.id) : undefined}
          className={cx(
            'flex min-w-0 items-center px-3',
            background,
            position === 0 && cx('font-medium', STAYS, selectable ? 'left-10' : 'left-0'),
            column.align === 'end' && 'justify-end',
          )}
        >
          {editing === column.id && column.edit ? (
            <InlineEdit
              label={column.header}
              value={column.edit.value(row)}
              align={column.align ?? 'start'}
              onSave={(value) => column.edit?.save(row, value)}
              onEnd={(end) => actions.endEdit(index, column.id, end)}
            />
          ) : (
            <span className="min-w-0 truncate">{(rested || !column.later) && column.cell(row)}</span>
          )}
        </td>
      ))}
    </tr>
  )
}

export const TableRow = memo(TableRowView) as typeof TableRowView

export function PlaceholderRow({
  index,
  top,
  height,
  columns,
}: {
  index: number
  top: number
  height: number
  columns: readonly string[]
}) {
  return (
    <tr
      aria-hidden
      className="absolute left-0 grid contain-strict w-full min-w-(--table-width) grid-cols-(--table-columns) items-center border-b border-line"
      style={{ top, height }}
    >
      {columns.map((column, position) => (
        <td key={column} className="flex items-center px-3">
          <span className="skeleton h-3" style={{ width: `${40 + ((index * 7 + position * 13) % 40)}%` }} />
        </td>
      ))}
    </tr>
  )
}
