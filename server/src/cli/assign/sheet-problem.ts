import type { Language } from '../../platform/http/principal.ts'

export type SheetProblemCode =
  | 'EMPTY_FILE'
  | 'NO_ID_COLUMN'
  | 'MISSING_ID'
  | 'DUPLICATE_ID'
  | 'TOO_MANY_CELLS'
  | 'BROKEN_QUOTES'
  | 'NOT_AN_AMOUNT'
  | 'NOT_A_NUMBER'
  | 'NOT_A_COUNT'
  | 'NOT_A_TIME'
  | 'NOT_A_SPAN'
  | 'NOT_ONE_OF'
  | 'NOT_WORKING_HOURS'
  | 'NOT_A_TIME_ZONE'

/** One thing wrong in a sheet. `row` counts as spreadsheets do: the header is row 1. */
export interface SheetProblem {
  readonly file: string
  readonly row?: number
  readonly column?: string
  readonly code: SheetProblemCode
  readonly given?: string
  /** Values allowed, or the row of the first twin. */
  readonly expected?: string
}

type Say = (p: SheetProblem) => string

const english: Readonly<Record<SheetProblemCode, Say>> = {
  EMPTY_FILE: () => 'has no header row',
  NO_ID_COLUMN: () => 'has no column "id" (编号)',
  MISSING_ID: () => 'the id is missing',
  DUPLICATE_ID: (p) => `"${p.given}" stands in row ${p.expected} already; ids must be unique`,
  TOO_MANY_CELLS: (p) => `has more cells than the header (${p.expected}); is a comma not quoted?`,
  BROKEN_QUOTES: () => 'a quotation mark is not closed',
  NOT_AN_AMOUNT: (p) => `"${p.given}" is not an amount of money; write 0 or more, like 120000, 12万 or 1.2亿`,
  NOT_A_NUMBER: (p) => `"${p.given}" is not a number${p.expected ? ` within ${p.expected}` : ', like 12.5'}`,
  NOT_A_COUNT: (p) =>
    `"${p.given}" is not a whole number of 0 or more${p.expected ? `, at most ${p.expected}` : ''}`,
  NOT_A_TIME: (p) =>
    `"${p.given}" is not a time from 1900 to 2199; write 2026-11-23T09:00:00+08:00 or 2026-11-23 09:00`,
  NOT_A_SPAN: (p) => `"${p.given}" is not a span of days; write 2026-12-01/2026-12-05`,
  NOT_ONE_OF: (p) => `"${p.given}" is not one of ${p.expected}`,
  NOT_WORKING_HOURS: (p) =>
    `"${p.given}" are no working hours (at "${p.expected}"); write Mon-Fri 09:00-18:00`,
  NOT_A_TIME_ZONE: (p) => `"${p.given}" is not a time zone; write Asia/Shanghai`,
}

const chinese: Readonly<Record<SheetProblemCode, Say>> = {
  EMPTY_FILE: () => '没有表头',
  NO_ID_COLUMN: () => '没有“id”（编号）列',
  MISSING_ID: () => '缺少编号',
  DUPLICATE_ID: (p) => `“${p.given}”已在第 ${p.expected} 行出现，编号必须唯一`,
  TOO_MANY_CELLS: (p) => `单元格多于表头（${p.expected} 列），是否有逗号没有加引号？`,
  BROKEN_QUOTES: () => '引号没有成对',
  NOT_AN_AMOUNT: (p) => `“${p.given}”不是金额，请写不小于 0 的数，如 120000、12万 或 1.2亿`,
  NOT_A_NUMBER: (p) =>
    `“${p.given}”不是${p.expected ? ` ${p.expected} 之间的` : ''}数字${p.expected ? '' : '，请写如 12.5'}`,
  NOT_A_COUNT: (p) => `“${p.given}”不是大于等于 0${p.expected ? `、不超过 ${p.expected}` : ''}的整数`,
  NOT_A_TIME: (p) =>
    `“${p.given}”不是 1900 至 2199 年之间的时间，请写 2026-11-23T09:00:00+08:00 或 2026-11-23 09:00`,
  NOT_A_SPAN: (p) => `“${p.given}”不是日期段，请写 2026-12-01/2026-12-05`,
  NOT_ONE_OF: (p) => `“${p.given}”不在可用值之内：${p.expected}`,
  NOT_WORKING_HOURS: (p) => `“${p.given}”不是工作时间（“${p.expected}”处），请写 周一至周五 09:00-18:00`,
  NOT_A_TIME_ZONE: (p) => `“${p.given}”不是时区，请写 Asia/Shanghai`,
}

/** One line: file, row, column, what is wrong and what would be right. */
export function describeSheetProblem(problem: SheetProblem, lang: Language): string {
  const { file, row, column, code } = problem
  if (lang === 'en') {
    const place = [row && `row ${row}`, column && `column "${column}"`].filter(Boolean).join(', ')
    return `${file}${place ? ` ${place}` : ''}: ${english[code](problem)}`
  }
  const place = [row && `第 ${row} 行`, column && `“${column}”列`].filter(Boolean).join('')
  return `${file}${place ? ` ${place}` : ''}：${chinese[code](problem)}`
}

const shownAtMost = 20

/** The first problems as lines, and how many more there are. */
export function describeSheetProblems(problems: readonly SheetProblem[], lang: Language): string {
  const lines = problems.slice(0, shownAtMost).map((problem) => describeSheetProblem(problem, lang))
  const more = problems.length - lines.length
  if (more > 0) lines.push(lang === 'en' ? `… and ${more} more` : `……另有 ${more} 处`)
  return lines.join('\n')
}
