import { levelKey } from '../table/cell.ts'

/**
 * Words for "as it stands now" and "how it ended", in English and Chinese. A column carrying one describes the end or the
 * latest state of the work, not the moment the lead came in. A word alone never condemns a column: see `leakage.ts`.
 */
const ENGLISH = new Set([
  'last',
  'latest',
  'recent',
  'final',
  'finally',
  'close',
  'closed',
  'closing',
  'end',
  'ended',
  'outcome',
  'result',
  'resolution',
  'reason',
  'won',
  'lost',
  'win',
  'loss',
  'duration',
  'stage',
  'invoice',
  'paid',
  'payment',
  'contract',
  'followup',
  'followups',
  'tag',
  'tags',
  'remark',
  'remarks',
  'comment',
  'comments',
])
const CHINESE = [
  '最近',
  '最后',
  '最新',
  '关闭',
  '结束',
  '成交',
  '赢单',
  '输单',
  '丢单',
  '结果',
  '原因',
  '阶段',
  '时长',
  '跟进',
  '标签',
  '备注',
  '回款',
  '合同',
  '签约',
]

export function soundsAfterTheFact(name: string): string | null {
  const key = levelKey(name)
  for (const word of CHINESE) if (key.includes(word)) return word
  for (const word of key.split(/[^a-z]+/)) if (ENGLISH.has(word)) return word
  return null
}
