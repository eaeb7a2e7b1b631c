import { type Group, noFilter } from '../filter/condition.ts'
import { type Coded, decodeFilter, encodeFilter } from '../filter/filter-codec.ts'
import type { Sort } from './column.ts'

/** Everything a list shows, in its address: sharing the link shares the view. */
export type ViewState = {
  view: string | undefined
  query: string
  filter: Group
  sort: Sort | undefined
  hidden: readonly string[]
  openId: string | null
}

/** The same as search parameters; what is at its default is left out, so short views have short links. */
export type ViewSearch = {
  view?: string
  q?: string
  filter?: Coded
  sort?: string
  hide?: string
  open?: string
}

export function readViewSearch(search: Record<string, unknown>): ViewSearch {
  const text = (key: string) =>
    typeof search[key] === 'string' && search[key] !== '' ? { [key]: search[key] } : {}
  const filter = encodeFilter(decodeFilter(search['filter']))
  return {
    ...text('view'),
    ...text('q'),
    ...(filter ? { filter } : {}),
    ...text('sort'),
    ...text('hide'),
    ...text('open'),
  }
}

export function toViewState(search: ViewSearch): ViewState {
  return {
    view: search.view,
    query: search.q ?? '',
    filter: search.filter ? decodeFilter(search.filter) : noFilter,
    sort: search.sort
      ? { column: search.sort.replace(/^-/, ''), descending: search.sort.startsWith('-') }
      : undefined,
    hidden: search.hide ? search.hide.split(',') : [],
    openId: search.open ?? null,
  }
}

export function toViewSearch(state: ViewState): ViewSearch {
  const filter = encodeFilter(state.filter)
  return {
    ...(state.view ? { view: state.view } : {}),
    ...(state.query ? { q: state.query } : {}),
    ...(filter ? { filter } : {}),
    ...(state.sort ? { sort: `${state.sort.descending ? '-' : ''}${state.sort.column}` } : {}),
    ...(state.hidden.length > 0 ? { hide: state.hidden.join(',') } : {}),
    ...(state.openId ? { open: state.openId } : {}),
  }
}
