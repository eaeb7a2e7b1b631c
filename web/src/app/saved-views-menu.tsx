import { SavedViews } from '../ui/data-table/saved-views.tsx'
import type { ViewState } from '../ui/data-table/view-state.ts'
import { type ListScreen, useSavedViews } from './use-saved-views.ts'

type SavedViewsMenuProps = {
  screen: ListScreen
  state: ViewState
  onOpen: (state: Partial<ViewState>) => void
}

/** The menu of saved views with all it needs: loaded by a list after its first rows. */
export function SavedViewsMenu({ screen, state, onOpen }: SavedViewsMenuProps) {
  return <SavedViews {...useSavedViews(screen, state, onOpen)} />
}
