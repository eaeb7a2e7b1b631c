import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../api/client.ts'
import { readViewSearch, toViewSearch, toViewState, type ViewState } from '../ui/data-table/view-state.ts'

export type ListScreen = 'leads' | 'accounts' | 'opportunities'

const savedViewsQuery = (screen: ListScreen) =>
  queryOptions({
    queryKey: ['saved-view', screen],
    queryFn: () => unwrap(api.GET('/api/v1/saved-views', { params: { query: { screen } } })),
    staleTime: 5 * 60_000,
  })

/** A person's views of one list, on every device they use, and those colleagues shared. */
export function useSavedViews(
  screen: ListScreen,
  state: ViewState,
  open: (state: Partial<ViewState>) => void,
) {
  const client = useQueryClient()
  const { data } = useQuery(savedViewsQuery(screen))
  const refresh = () => client.invalidateQueries({ queryKey: savedViewsQuery(screen).queryKey })
  const save = useMutation({
    mutationFn: (body: { name: string; shared: boolean }) =>
      unwrap(
        api.POST('/api/v1/saved-views', {
          body: { ...body, screen, search: toViewSearch({ ...state, openId: null }) },
        }),
      ),
    onSuccess: refresh,
  })
  const forget = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } })),
    onSuccess: refresh,
  })
  const views = data?.items ?? []
  return {
    views,
    onOpen: (id: string) => {
      const found = views.find((entry) => entry.id === id)
      if (found) open({ ...toViewState(readViewSearch(found.search)), openId: null })
    },
    onSave: (name: string, shared: boolean) => save.mutate({ name, shared }),
    onDelete: (id: string) => forget.mutate(id),
  }
}
