import { describe, expect, it } from 'vitest'
import { rateNote } from './rate-note.ts'
import { ratedNotes } from './rated-notes.ts'

const COPY_PERCENT = 85
const rated = ratedNotes.map(({ rating, text, copyOf }) => ({
  rating,
  copy: copyOf !== undefined,
  ...rateNote(
    { text, coded: false, isContact: true, isAttempt: false },
    {
      texts: copyOf === undefined ? [] : [{ text: ratedNotes[copyOf]?.text ?? '', sameItem: false }],
      contactLately: true,
    },
    COPY_PERCENT,
  ),
}))

/** Spearman: agreement of orders, ties given their middle rank. */
function rankAgreement(pairs: readonly { a: number; b: number }[]): number {
  const ranks = (values: readonly number[]): number[] =>
    values.map((value) => {
      const below = values.filter((other) => other < value).length
      const same = values.filter((other) => other === value).length
      return below + (same + 1) / 2
    })
  const [a, b] = [ranks(pairs.map((p) => p.a)), ranks(pairs.map((p) => p.b))]
  const mean = (pairs.length + 1) / 2
  const sum = (pick: (i: number) => number): number => pairs.reduce((total, _, i) => total + pick(i), 0)
  const [x, y] = [(i: number) => (a[i] ?? 0) - mean, (i: number) => (b[i] ?? 0) - mean]
  return sum((i) => x(i) * y(i)) / Math.sqrt(sum((i) => x(i) ** 2) * sum((i) => y(i) ** 2))
}

describe('the quality of a note', () => {
  it('agrees with the ratings people gave, also where no copy makes it easy', () => {
    const order = (notes: typeof rated) =>
      rankAgreement(notes.map((one) => ({ a: one.rating, b: one.quality })))
    expect(order(rated)).toBeGreaterThan(0.9)
    expect(order(rated.filter((one) => !one.copy))).toBeGreaterThan(0.9)
    expect(order(rated.filter((one) => one.rating >= 1 && one.rating <= 3))).toBeGreaterThan(0.75)
  })

  it('is zero for every copy, also where a figure, a space or a full stop was changed', () => {
    const copies = rated.filter((one) => one.copy)
    expect(copies.length).toBeGreaterThanOrEqual(8)
    for (const one of copies) expect([one.quality, one.flags]).toEqual([0, ['copied']])
  })

  it('does not rise by padding', () => {
    const rate = (text: string) =>
      rateNote(
        { text, coded: false, isContact: true, isAttempt: false },
        { texts: [], contactLately: true },
        COPY_PERCENT,
      ).quality
    expect(rate('跟进中'.repeat(50))).toBe(0)
    expect(
      rate('预算预算预算预算预算预算预算预算预算预算预算预算预算预算预算预算预算预算预算预算'),
    ).toBeLessThan(45)
  })

  it('calls different notes about one deal different', () => {
    const { flags } = rateNote(
      {
        text: '采购刘工回话：报价过高，要求再降 5%，周五前答复',
        coded: false,
        isContact: true,
        isAttempt: false,
      },
      {
        texts: [{ text: '采购刘工要 200 台的报价，预算 80 万以内，担心我们的交期赶不上', sameItem: true }],
        contactLately: true,
      },
      COPY_PERCENT,
    )
    expect(flags).toEqual([])
  })
})
