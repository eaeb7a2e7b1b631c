import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocale } from '../../i18n/locale.ts'
import { cx } from '../cx.ts'
import { Skeleton } from '../skeleton.tsx'

type CardListProps<Row> = {
  label: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  card: (row: Row) => ReactNode
  hasMore: boolean
  loading: boolean
  onNeedMore: (() => void) | undefined
  empty: ReactNode
  className: string | undefined
}

const CARD_HEIGHT = 112
const ROWS_AHEAD = 10

/** The same list on a phone: cards of their own height, virtual and paged like the rows. */
export function CardList<Row>(props: CardListProps<Row>) {
  const { label, rows, rowId, card, hasMore, loading, onNeedMore, empty, className } = props
  useLocale()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    gap: 12,
    paddingEnd: 16,
    overscan: 4,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - ROWS_AHEAD) onNeedMore?.()
  }, [hasMore, loading, last, rows.length, onNeedMore])

  if (!loading && rows.length === 0) return <>{empty}</>
  return (
    <div
      ref={scroller}
      className={cx(
        '-mx-4 overflow-y-auto overscroll-contain px-4 focus-visible:-outline-offset-2',
        className,
      )}
    >
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          return (
            <li
              key={row === undefined ? 'waiting' : rowId(row)}
              ref={virtual.measureElement}
              data-index={item.index}
              {...(row === undefined ? {} : { 'data-row': rowId(row) })}
              className="absolute left-0 w-full"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row === undefined ? <Skeleton className="h-28 w-full" /> : card(row)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
