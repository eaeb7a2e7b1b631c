import { describe, expect, it } from 'vitest'
import {
  everythingSelected,
  headerState,
  isSelected,
  nothingSelected,
  selectedCount,
  withSelected,
} from './selection.ts'

describe('selection', () => {
  it('counts everything the filter matches less what was taken out', () => {
    const selection = withSelected(everythingSelected, ['a', 'b'], false)
    expect(selectedCount(selection, 100_000)).toBe(99_998)
    expect(isSelected(selection, 'a')).toBe(false)
    expect(isSelected(selection, 'never loaded')).toBe(true)
    expect(selectedCount(withSelected(selection, ['a'], true), 100_000)).toBe(99_999)
  })

  it('leaves its argument as it was', () => {
    withSelected(nothingSelected, ['a'], true)
    expect(selectedCount(nothingSelected, 10)).toBe(0)
  })

  it('shows in the header whether all, some or none of the loaded rows are taken', () => {
    const some = withSelected(nothingSelected, ['a'], true)
    expect(headerState(nothingSelected, ['a', 'b'])).toBe(false)
    expect(headerState(some, ['a', 'b'])).toBe('indeterminate')
    expect(headerState(some, ['a'])).toBe(true)
    expect(headerState(everythingSelected, [])).toBe(false)
  })
})
