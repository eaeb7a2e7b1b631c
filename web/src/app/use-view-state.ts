import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { readViewSearch, toViewSearch, toViewState, type ViewState } from '../ui/data-table/view-state.ts'

/** A list's state lives in its address. Typing replaces the entry in the history, everything else adds one. */
export function useViewState(): [
  ViewState,
  (change: Partial<ViewState>, options?: { replace?: boolean }) => void,
] {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<ViewState>, { replace = false } = {}) => {
      void navigate({
        to: '.',
        replace,
        resetScroll: false,
        search: (before: Record<string, unknown>) =>
          toViewSearch({ ...toViewState(readViewSearch(before)), ...part }),
      })
    },
    [navigate],
  )
  return [toViewState(readViewSearch(search as Record<string, unknown>)), change]
}
