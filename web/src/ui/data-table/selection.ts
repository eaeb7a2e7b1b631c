/** Either these records, or everything the filter matches except these. */
export type Selection =
  | { kind: 'some'; ids: ReadonlySet<string> }
  | { kind: 'all'; except: ReadonlySet<string> }

export const nothingSelected: Selection = { kind: 'some', ids: new Set() }
export const everythingSelected: Selection = { kind: 'all', except: new Set() }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id)
}

export function withSelected(selection: Selection, ids: readonly string[], selected: boolean): Selection {
  const set = new Set(selection.kind === 'some' ? selection.ids : selection.except)
  const add = selection.kind === 'some' ? selected : !selected
  for (const id of ids) {
    if (add) set.add(id)
    else set.delete(id)
  }
  return selection.kind === 'some' ? { kind: 'some', ids: set } : { kind: 'all', except: set }
}

export function selectedCount(selection: Selection, matching: number | undefined): number {
  return selection.kind === 'some' ? selection.ids.size : Math.max(0, (matching ?? 0) - selection.except.size)
}

/** The header's box: all, none or some of the rows that are loaded. */
export function headerState(selection: Selection, loadedIds: readonly string[]): boolean | 'indeterminate' {
  const count = loadedIds.filter((id) => isSelected(selection, id)).length
  if (count === 0) return false
  return count === loadedIds.length ? true : 'indeterminate'
}
