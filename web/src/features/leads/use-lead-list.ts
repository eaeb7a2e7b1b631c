import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { ViewState } from '../../ui/data-table/view-state.ts'
import { leadCountQuery, leadsQuery } from './lead-api.ts'
import { toLeadFilter, toLeadSort, toLeadView } from './lead-filter.ts'

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
  return {
    view,
    filter,
    sort,
    rows: pages.data?.pages.flatMap((page) => page.items) ?? [],
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
