export type DiffLine = { kind: 'same' | 'gone' | 'new' | 'gap'; text: string; key: string }

const CONTEXT = 2

/** Keys in order, so that a policy stored by another program differs only where it says something else. */
export function canonicalLines(document: unknown): string[] {
  const ordered = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(ordered)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, inner]) => [key, ordered(inner)]),
          )
        : value
  return JSON.stringify(ordered(document), null, 2).split('\n')
}

/** Longest common subsequence after the common head and tail are cut: documents differ in few places. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1
  const a = before.slice(head, before.length - tail)
  const b = after.slice(head, after.length - tail)
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))

  const lines: { kind: 'same' | 'gone' | 'new'; text: string }[] = before
    .slice(0, head)
    .map((text) => ({ kind: 'same', text }))
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left })
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'gone', text: left })
      i += 1
    } else {
      lines.push({ kind: 'new', text: right ?? '' })
      j += 1
    }
  }
  for (const text of before.slice(before.length - tail)) lines.push({ kind: 'same', text })
  return onlyChanges(lines)
}

function onlyChanges(lines: readonly { kind: 'same' | 'gone' | 'new'; text: string }[]): DiffLine[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => line.kind !== 'same'),
  )
  return lines.flatMap((line, at): DiffLine[] => {
    if (near[at]) return [{ ...line, key: `line-${at}` }]
    return at > 0 && near[at - 1] ? [{ kind: 'gap', text: '⋯', key: `gap-${at}` }] : []
  })
}
