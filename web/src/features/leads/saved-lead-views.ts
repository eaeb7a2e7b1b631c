import { useState } from 'react'
import type { SavedView } from '../../ui/data-table/saved-views.tsx'
import { readViewSearch, toViewSearch, toViewState, type ViewState } from '../../ui/data-table/view-state.ts'

const KEY = 'peineng.views.leads'

type Kept = { id: string; name: string; search: Record<string, unknown> }

function read(): Kept[] {
  const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
  return Array.isArray(stored)
    ? stored.filter((entry): entry is Kept => typeof entry?.id === 'string' && typeof entry.name === 'string')
    : []
}

/** Kept on this device; to hand one to a colleague its link is copied, which carries the whole view. */
export function useSavedLeadViews(state: ViewState, open: (state: Partial<ViewState>) => void) {
  const [kept, setKept] = useState(read)
  const write = (next: Kept[]) => {
    localStorage.setItem(KEY, JSON.stringify(next))
    setKept(next)
  }
  return {
    views: kept.map(({ id, name }): SavedView => ({ id, name, mine: true })),
    onOpen: (id: string) => {
      const found = kept.find((entry) => entry.id === id)
      if (found) open({ ...toViewState(readViewSearch(found.search)), openId: null })
    },
    onSave: (name: string) =>
      write([...kept, { id: crypto.randomUUID(), name, search: toViewSearch({ ...state, openId: null }) }]),
    onDelete: (id: string) => write(kept.filter((entry) => entry.id !== id)),
  }
}
