import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ViewState } from '../../ui/data-table/view-state.ts'
import { leadCountQuery, leadsQuery } from './lead-api.ts'
import { toLeadFilter, toLeadSort, toLeadView } from './lead-filter.ts'

/** The query of the first rows of a list as its address says it. */
export function firstRows(state: ViewState) {
  const view = toLeadView(state.view)
  return leadsQuery(toLeadFilter(view, state.query, state.filter, new Date()), toLeadSort(view, state.sort))
}

/** Rows, count and what was asked for, from the state in the address. */
export function useLeadList(state: ViewState) {
  const [openedAt] = useState(() => new Date())
  const view = toLeadView(state.view)
  const query = useDeferredValue(state.query)
  const filter = toLeadFilter(view, query, state.filter, openedAt)
  const sort = toLeadSort(view, state.sort)
  const pages = useInfiniteQuery(leadsQuery(filter, sort))
  // The rows first: counting a hundred thousand takes four times as long as reading a page of them.
  const count = useQuery({ ...leadCountQuery(filter), enabled: pages.data !== undefined })
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data])
  return {
    view,
    filter,
    sort,
    rows,
    total: count.data?.total,
    error: pages.error,
    loading: pages.isPending,
    hasMore: pages.hasNextPage,
    needMore: () => {
      if (!pages.isFetchingNextPage) void pages.fetchNextPage()
    },
    retry: () => void pages.refetch(),
    narrowed: query.trim() !== '' || state.filter.items.length > 0,
  }
}
