import { describe, expect, it } from 'vitest'
import { lineOf, linesByPath } from './problem-line.ts'

const document = { name: 'x', rules: [{ id: 'a', when: {} }, { id: 'b' }], none: [], last: 1 }

describe('where a problem stands', () => {
  it('every path leads to the line that carries its key', () => {
    const text = JSON.stringify(document, null, 2).split('\n')
    const lines = linesByPath(document)
    for (const [path, line] of lines) {
      const key = path.split('.').at(-1) ?? ''
      if (key !== '' && !/^\d+$/.test(key)) expect(text[line - 1]).toContain(`"${key}"`)
    }
    expect(text[lineOf(lines, 'last') - 1]).toContain('"last": 1')
  })
  it('pointers, brackets and dots name the same place', () => {
    const lines = linesByPath(document)
    expect(lineOf(lines, '/rules/1/id')).toBe(lineOf(lines, 'rules[1].id'))
  })
  it('what is missing is shown at its parent', () => {
    const lines = linesByPath(document)
    expect(lineOf(lines, 'rules.1.then')).toBe(lineOf(lines, 'rules.1'))
  })
})
