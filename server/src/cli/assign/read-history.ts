import {
  type CompiledPolicy,
  canonicalOption,
  type Facts,
  type OutcomeCount,
  segmentOf,
} from '@peineng/engine'
import { headerUnit } from '../../intake/mapping/header-aliases.ts'
import { amountCell, timeCell } from './cell-values.ts'
import { factsReader } from './read-facts.ts'
import { cellReader, headerOf, type Sheet } from './sheet.ts'
import type { SheetProblem } from './sheet-problem.ts'

type Outcome = 'won' | 'lost' | 'open'

const outcomeWords: Readonly<Record<Outcome, readonly string[]>> = {
  won: [
    'won',
    'win',
    'closed won',
    'deal',
    'yes',
    'true',
    '1',
    '赢单',
    '赢',
    '成交',
    '已成交',
    '成功',
    '签约',
    '是',
  ],
  lost: [
    'lost',
    'loss',
    'closed lost',
    'no',
    'false',
    '0',
    '输单',
    '输',
    '丢单',
    '流失',
    '失败',
    '战败',
    '无效',
    '否',
  ],
  open: [
    'open',
    'in progress',
    'engaging',
    'prospecting',
    'negotiation',
    'new',
    '进行中',
    '跟进中',
    '跟进',
    '谈判',
    '谈判中',
    '新建',
    '待跟进',
    '未成交',
  ],
}

const outcomeOf = new Map<string, Outcome>(
  Object.entries(outcomeWords).flatMap(([outcome, words]) =>
    words.map((word) => [word, outcome as Outcome] as const),
  ),
)

/** What history teaches: outcomes per rep and segment, and how each rep's conversion moves. */
export interface History {
  readonly counts: readonly OutcomeCount[]
  /** Conversion of the last 30 days against the 30 before, permille; only where both have enough. */
  readonly trendPermille: ReadonlyMap<string, number>
  readonly won: number
  readonly lost: number
  readonly open: number
}

interface Closed {
  readonly repId: string
  readonly won: boolean
  readonly closedAt: number | undefined
}

const windowMs = 30 * 86_400_000
/** Below this many closed items in either window a trend is noise. */
const enough = 5

function trends(closed: readonly Closed[], now: number): ReadonlyMap<string, number> {
  const windows = new Map<string, { won: number; all: number }[]>()
  for (const { repId, won, closedAt } of closed) {
    if (closedAt === undefined || closedAt > now) continue
    const age = Math.floor((now - closedAt) / windowMs)
    if (age > 1) continue
    const of = windows.get(repId) ?? [
      { won: 0, all: 0 },
      { won: 0, all: 0 },
    ]
    windows.set(repId, of)
    const window = of[age]
    if (!window) continue
    window.all += 1
    if (won) window.won += 1
  }
  const found = new Map<string, number>()
  for (const [repId, [recent, before]] of windows) {
    if (!recent || !before || recent.all < enough || before.all < enough || before.won === 0) continue
    const ratio = Math.floor((recent.won * before.all * 1000) / (recent.all * before.won))
    found.set(repId, ratio - 1000)
  }
  return found
}

/** The closed and open items of history.csv; segments are told as for new leads, so that both meet. */
export function readHistory(
  sheet: Sheet,
  policy: CompiledPolicy,
  repIdOf: (text: string) => string,
  problems: SheetProblem[],
): { readonly historyAt: (now: number) => History } {
  const zone = policy.policy.timeZone
  const read = cellReader(sheet)
  // `value` is the money of the deal here, but may also be the band of a lead.
  const valueHeader = headerOf(sheet, 'value')
  const unit = headerUnit(valueHeader)
  const facts = factsReader(
    { ...sheet, columns: sheet.columns.filter((column) => column.key !== 'value') },
    [],
    zone,
    problems,
  )
  const cells = new Map<string, { repId: string; segment: string; won: number; lost: number }>()
  const closed: Closed[] = []
  let open = 0
  for (const row of sheet.rows) {
    const given = read(row, 'outcome')
    const outcome = given === '' ? 'open' : outcomeOf.get(given.toLowerCase().replaceAll(/[_-]/g, ' '))
    if (outcome === undefined) {
      const column = headerOf(sheet, 'outcome')
      problems.push({
        file: sheet.file,
        row: row.number,
        column,
        code: 'NOT_ONE_OF',
        given,
        expected: 'won, lost, open (赢单, 输单, 进行中)',
      })
      continue
    }
    const closedText = read(row, 'closedAt')
    const closedAt = closedText === '' ? undefined : timeCell(closedText, zone)
    if (closedText !== '' && closedAt === undefined) {
      problems.push({
        file: sheet.file,
        row: row.number,
        column: headerOf(sheet, 'closedAt'),
        code: 'NOT_A_TIME',
        given: closedText,
      })
    }
    const repText = read(row, 'repId')
    // An open item is not a loss, and one nobody worked on teaches nothing about anybody.
    if (outcome === 'open' || repText === '') {
      if (outcome === 'open') open += 1
      continue
    }
    const value = read(row, 'value')
    const own = facts(row)
    const money = value === '' ? undefined : amountCell(value, unit)
    // Money of the deal or the band of a lead; what is neither would be a segment of its own.
    if (value !== '' && money === undefined && canonicalOption('value', value) === undefined)
      problems.push({
        file: sheet.file,
        row: row.number,
        column: valueHeader,
        code: 'NOT_AN_AMOUNT',
        given: value,
      })
    const amount = own['amount'] ?? money
    const known: Facts = {
      ...own,
      ...(amount === undefined ? {} : { amount }),
      ...(value !== '' && money === undefined ? { value } : {}),
    }
    const named = known['industry'] !== undefined || known['product'] !== undefined
    const segment = segmentOf({ facts: named ? known : policy.enrich(known, policy.assess(known)) })
    const repId = repIdOf(repText)
    const key = `${repId}\u0000${segment}`
    const count = cells.get(key) ?? { repId, segment, won: 0, lost: 0 }
    cells.set(key, count)
    count[outcome] += 1
    closed.push({ repId, won: outcome === 'won', closedAt })
  }
  const counts = [...cells.values()]
  const won = counts.reduce((sum, count) => sum + count.won, 0)
  return {
    historyAt: (now) => ({
      counts,
      trendPermille: trends(closed, now),
      won,
      lost: closed.length - won,
      open,
    }),
  }
}
