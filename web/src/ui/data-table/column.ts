import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  header: string
  /** Least width in px; spare room is shared by `grow`. */
  width: number
  grow?: number
  align?: 'end'
  sortable?: boolean
  /** The first column and others that carry the identity stay. */
  fixed?: boolean
  hiddenAtFirst?: boolean
  cell: (row: Row) => ReactNode
  /** Drawn when the table stands still, not in rows that fly past: it asks the server, or takes long to draw. */
  later?: true
  /** Changed where it stands: key E, or a double press where a press does not open the row. `may` absent = every row. */
  edit?: {
    value: (row: Row) => string
    save: (row: Row, value: string) => void
    may?: (row: Row) => boolean
  }
}

export type Sort = { column: string; descending: boolean }

/** none → ascending → descending → none. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? undefined : { column, descending: true }
}
