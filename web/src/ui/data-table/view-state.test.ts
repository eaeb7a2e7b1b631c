import { describe, expect, it } from 'vitest'
import { readViewSearch, toViewSearch, toViewState, type ViewState } from './view-state.ts'

const full: ViewState = {
  view: 'mine',
  query: '医疗',
  filter: {
    match: 'all',
    items: [
      { field: 'stage', operator: 'is', values: ['new', 'working'] },
      {
        match: 'any',
        items: [
          { field: 'amount', operator: 'atLeast', values: ['1000000'] },
          { field: 'owner', operator: 'empty', values: [] },
        ],
      },
    ],
  },
  sort: { column: 'amount', descending: true },
  hidden: ['region', 'tier'],
  openId: 'lead-7',
}

describe('a view in its address', () => {
  it('comes back as it was shared', () => {
    const link: unknown = JSON.parse(JSON.stringify(toViewSearch(full)))
    expect(toViewState(readViewSearch(link as Record<string, unknown>))).toEqual(full)
  })

  it('leaves out what is at its default', () => {
    expect(toViewSearch(toViewState({}))).toEqual({})
  })

  it('leaves half-written conditions out of the link', () => {
    const half = {
      ...full,
      filter: { match: 'all' as const, items: [{ field: 'stage', operator: 'is' as const, values: [] }] },
    }
    expect(toViewSearch(half).filter).toBeUndefined()
  })

  it('drops what it cannot understand instead of failing', () => {
    const search = readViewSearch({
      filter: { all: [['stage'], ['stage', 'explode', 'x'], 7, null, ['stage', 'is', 'new']] },
      sort: 5,
      q: '',
    })
    expect(search).toEqual({ filter: { all: [['stage', 'is', 'new']] } })
  })

  it('does not follow groups into the depth', () => {
    let deep: unknown = { all: [['stage', 'is', 'new']] }
    for (let level = 0; level < 50; level += 1) deep = { all: [deep] }
    expect(readViewSearch({ filter: deep })).toEqual({})
  })
})
