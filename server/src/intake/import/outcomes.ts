export type Outcome = 'open' | 'won' | 'lost' | 'invalid'

const words: Readonly<Record<Exclude<Outcome, 'open'>, readonly string[]>> = {
  won: [
    'won',
    'closed won',
    'win',
    'success',
    'converted',
    '赢单',
    '成交',
    '已成交',
    '成单',
    '签约',
    '已签约',
    '成功',
    '已转化',
  ],
  lost: [
    'lost',
    'closed lost',
    'lose',
    'failed',
    'dead',
    '输单',
    '丢单',
    '已丢单',
    '流失',
    '已流失',
    '失败',
    '战败',
    '未成交',
  ],
  invalid: ['invalid', 'junk', 'unqualified', 'disqualified', 'spam', '无效', '无效线索', '已作废', '作废'],
}

const byWord = new Map<string, Outcome>(
  Object.entries(words).flatMap(([outcome, list]) => list.map((word) => [word, outcome as Outcome] as const)),
)

/** What a stage or status says about the end; anything that is no end is open. */
export function outcomeOf(text: string | undefined): Outcome {
  const word = (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
  return byWord.get(word) ?? 'open'
}
