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

/** Reads a label column. Texts known as won or lost are taken as such; two unknown texts: the rarer one is "won". */
export function readLabels(texts: readonly string[]): Labels | { readonly problem: string } {
  const counts = new Map<string, number>()
  const keys = texts.map((text) => levelKey(clean(text)).replace(/^([01])\.0+$/, '$1'))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const present = [...counts.keys()].filter((key) => key !== '')
  let wonText = WON.find((word) => counts.has(word))
  let lostText = LOST.find((word) => counts.has(word))
  const rest = present.filter((key) => key !== wonText && key !== lostText)
  // One side known and exactly one other text: that is the other side. Neither known and two texts: rarer = won.
  if (wonText === undefined && lostText !== undefined && rest.length === 1) wonText = rest[0]
  else if (lostText === undefined && wonText !== undefined && rest.length === 1) lostText = rest[0]
  else if (wonText === undefined && lostText === undefined && present.length === 2) {
    const [a, b] = present as [string, string]
    const aIsRarer = counts.get(a)! < counts.get(b)! || (counts.get(a)! === counts.get(b)! && a > b)
    wonText = aIsRarer ? a : b
    lostText = aIsRarer ? b : a
  }
  // Nothing written at all is a history without outcomes yet; something unreadable is a mistake.
  if (present.length > 0 && wonText === undefined && lostText === undefined) {
    return { problem: `none of its ${present.length} different values reads as won or lost` }
  }
  const outcomes = Int8Array.from(keys, (key) =>
    key !== '' && key === wonText ? 1 : key !== '' && key === lostText ? 0 : -1,
  )
  const open = [...counts.entries()]
    .filter(([key]) => key === '' || (key !== wonText && key !== lostText))
    .map(([text, rows]) => ({ text, rows }))
    .sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1))
  return {
    outcomes,
    wonText: wonText ?? '',
    lostText: lostText ?? '',
    won: wonText === undefined ? 0 : counts.get(wonText)!,
    lost: lostText === undefined ? 0 : counts.get(lostText)!,
    open,
  }
}
