import { type RefObject, useMemo, useRef } from 'react'
import type { EditEnd } from '../inline-edit.tsx'
import type { Column } from './column.ts'
import { type Selection, withSelected } from './selection.ts'

export type RowActions<Row> = {
  open: ((row: Row) => void) | undefined
  activate: (index: number) => void
  select: (id: string, selected: boolean, range: boolean) => void
  edit: (index: number, column: string | undefined) => void
  endEdit: (index: number, column: string, end: EditEnd) => void
}

type Current<Row> = {
  rows: readonly Row[]
  rowId: (row: Row) => string
  editable: readonly Column<Row>[]
  selection: Selection | undefined
  onSelection: ((selection: Selection) => void) | undefined
  onOpen: ((row: Row) => void) | undefined
}

export type Editing = { index: number; column: string } | null

/** Rows are memoised; what they call must not change while the table scrolls, and must see what is current when called. */
export function useRowActions<Row>(
  current: Current<Row>,
  activate: (index: number) => void,
  setEditing: (editing: Editing) => void,
): RowActions<Row> {
  const latest: RefObject<Current<Row>> = useRef(current)
  latest.current = current
  const anchor = useRef(0)
  const canOpen = current.onOpen !== undefined
  return useMemo(
    () => ({
      open: canOpen ? (row: Row) => latest.current.onOpen?.(row) : undefined,
      activate,
      select: (id, selected, range) => {
        const { rows, rowId, selection, onSelection } = latest.current
        if (!selection || !onSelection) return
        const ids = rows.map(rowId)
        const index = ids.indexOf(id)
        const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
        anchor.current = index
        onSelection(withSelected(selection, range ? ids.slice(from, to + 1) : [id], selected))
      },
      edit: (index, column) => {
        const { rows, editable } = latest.current
        const row = rows[index]
        if (row === undefined) return
        const target = editable.find(
          ({ id, edit }) => (column === undefined || column === id) && (edit?.may?.(row) ?? true),
        )
        if (target) setEditing({ index, column: target.id })
      },
      endEdit: (index, column, end) => {
        const list = latest.current.editable
        const place = list.findIndex((entry) => entry.id === column)
        const next = end === 'stay' ? undefined : list[place + (end === 'next' ? 1 : -1)]
        setEditing(next ? { index, column: next.id } : null)
      },
    }),
    [canOpen, activate, setEditing],
  )
}
