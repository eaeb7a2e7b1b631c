import { clean, levelKey } from './cell.ts'

/** 1 won, 0 lost, −1 open (censored: no outcome yet, so neither). */
export type Outcome = 1 | 0 | -1

export interface Labels {
  readonly outcomes: Int8Array
  readonly wonText: string
  readonly lostText: string
  readonly won: number
  readonly lost: number
  /** Texts that are neither, with how often: open work, censored. */
  readonly open: readonly { readonly text: string; readonly rows: number }[]
}

const WON = [
  '1',
  'yes',
  'y',
  'true',
  't',
  'won',
  'closed won',
  'win',
  'converted',
  'success',
  'deal',
  '是',
  '赢单',
  '成交',
  '已成交',
  '成功',
  '已转化',
  '转化',
]
const LOST = [
  '0',
  'no',
  'n',
  'false',
  'f',
  'lost',
  'closed lost',
  'loss',
  'lose',
  'not converted',
  'failure',
  'failed',
  '否',
  '输单',
  '丢单',
  '未成交',
  '失败',
  '流失',
  '未转化',
]

/** Texts for work still going on: never taken for the other side of a known one. */
const OPEN = new Set([
  'open',
  'new',
  'in progress',
  'pending',
  'engaging',
  'prospecting',
  'negotiation',
  'qualified',
  '跟进中',
  '进行中',
  '洽谈中',
  '待跟进',
  '未跟进',
  '新建',
])

/** Reads a label column. Texts known as won or lost are taken as such; two unknown texts: the rarer one is "won". */
export function readLabels(texts: readonly string[]): Labels | { readonly problem: string } {
  const counts = new Map<string, number>()
  const keys = texts.map((text) => levelKey(clean(text)).replace(/^([01])\.0+$/, '$1'))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const present = [...counts.keys()].filter((key) => key !== '')
  let won = WON.filter((word) => counts.has(word))
  let lost = LOST.filter((word) => counts.has(word))
  const rest = present.filter((key) => !won.includes(key) && !lost.includes(key) && !OPEN.has(key))
  // One side known and one other text that does not mean "open": that is the other side. Neither known and two texts:
  // the rarer one is won.
  if (won.length === 0 && lost.length > 0 && rest.length === 1) won = rest
  else if (lost.length === 0 && won.length > 0 && rest.length === 1) lost = rest
  else if (won.length === 0 && lost.length === 0 && rest.length === 2) {
    const [a, b] = rest as [string, string]
    const aIsRarer = counts.get(a)! < counts.get(b)! || (counts.get(a)! === counts.get(b)! && a > b)
    won = [aIsRarer ? a : b]
    lost = [aIsRarer ? b : a]
  }
  // Nothing written at all is a history without outcomes yet; something unreadable is a mistake.
  if (present.length > 0 && won.length === 0 && lost.length === 0) {
    return { problem: `none of its ${present.length} different values reads as won or lost` }
  }
  const isWon = new Set(won)
  const isLost = new Set(lost)
  const outcomes = Int8Array.from(keys, (key) => (isWon.has(key) ? 1 : isLost.has(key) ? 0 : -1))
  const open = [...counts.entries()]
    .filter(([key]) => !isWon.has(key) && !isLost.has(key))
    .map(([text, rows]) => ({ text, rows }))
    .sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1))
  const rowsOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + counts.get(text)!, 0)
  return {
    outcomes,
    wonText: won.join(' / '),
    lostText: lost.join(' / '),
    won: rowsOf(won),
    lost: rowsOf(lost),
    open,
  }
}
