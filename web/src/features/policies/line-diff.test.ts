import { describe, expect, it } from 'vitest'
import { canonicalLines, diffLines } from './line-diff.ts'

const shown = (before: unknown, after: unknown) =>
  diffLines(canonicalLines(before), canonicalLines(after))
    .filter((line) => line.kind === 'gone' || line.kind === 'new')
    .map((line) => `${line.kind === 'gone' ? '-' : '+'}${line.text.trim()}`)

describe('what changed between two versions', () => {
  it('the order of keys is no change', () => {
    expect(diffLines(canonicalLines({ a: 1, b: 2 }), canonicalLines({ b: 2, a: 1 }))).toEqual([])
  })
  it('one changed figure is one line out and one line in', () => {
    expect(shown({ a: 1, b: { c: 2 } }, { a: 1, b: { c: 3 } })).toEqual(['-"c": 2', '+"c": 3'])
  })
  it('applying what it says turns one version into the other', () => {
    const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const after = ['a', 'x', 'c', 'e', 'f', 'g', 'y', 'h']
    const lines = diffLines(before, after)
    expect(lines.filter(({ kind }) => kind === 'same' || kind === 'new').map(({ text }) => text)).toEqual(
      after,
    )
    expect(lines.filter(({ kind }) => kind === 'same' || kind === 'gone').map(({ text }) => text)).toEqual(
      before,
    )
  })
})
