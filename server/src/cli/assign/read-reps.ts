import {
  type CapabilityTag,
  type ExperienceLevel,
  type Gauge,
  isTimeZone,
  mergeSpans,
  parseWorkingHours,
  type Rep,
  type RepState,
  type Schedule,
  type TimeSpan,
} from '@peineng/engine'
import { repMaxima, repMaximum } from '../../people/index.ts'
import { countCell, listCell, numberCell, timeCell } from './cell-values.ts'
import { cellReader, checkIds, headerOf, type Sheet, type SheetRow } from './sheet.ts'
import type { SheetProblem, SheetProblemCode } from './sheet-problem.ts'

export type RepStatus = 'active' | 'paused' | 'on_leave' | 'inactive'

/** A row of reps.csv: the rep, when they work, and what they hold already. */
export interface RepRow {
  readonly rep: Rep
  readonly schedule: Schedule
  readonly status: RepStatus
  readonly before: Pick<RepState, 'gauges' | 'receivedToday' | 'receivedThisWeek' | 'receivedThisMonth'>
}

const levels: Readonly<Record<string, ExperienceLevel>> = {
  newcomer: 'newcomer',
  junior: 'newcomer',
  新人: 'newcomer',
  初级: 'newcomer',
  growing: 'growing',
  mid: 'growing',
  成长: 'growing',
  成长型: 'growing',
  中级: 'growing',
  senior: 'senior',
  资深: 'senior',
  高级: 'senior',
}

const statuses: Readonly<Record<string, RepStatus>> = {
  active: 'active',
  yes: 'active',
  true: 'active',
  1: 'active',
  在职: 'active',
  正常: 'active',
  是: 'active',
  paused: 'paused',
  pause: 'paused',
  暂停: 'paused',
  暂停接收: 'paused',
  leave: 'on_leave',
  'on leave': 'on_leave',
  on_leave: 'on_leave',
  请假: 'on_leave',
  休假: 'on_leave',
  inactive: 'inactive',
  no: 'inactive',
  false: 'inactive',
  0: 'inactive',
  离职: 'inactive',
  停用: 'inactive',
  否: 'inactive',
}

const named = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined

/** `骨科:5` is a tag at level 5; without a level it counts 3 of 5. */
function tagOf(text: string): CapabilityTag {
  const match = /^(.+?)\s*[:：]\s*([1-5])$/.exec(text)
  return { tag: match?.[1] ?? text, level: match ? Number(match[2]) : 3, source: 'manager' }
}

/** `2026-12-01/2026-12-05`: whole days of the rep's zone, the last included; with times of day to the minute. */
function leaveOf(text: string, zone: string): TimeSpan | undefined {
  const [first, last = first, ...rest] = text.split(/\s*(?:\/|~|至|到)\s*/)
  if (first === undefined || last === undefined || rest.length > 0) return undefined
  const from = timeCell(first, zone)
  const wholeDay = !/[T\s:时点]/.test(last)
  const to = timeCell(wholeDay ? `${last} 23:59:59.999` : last, zone)
  if (from === undefined || to === undefined || to <= from) return undefined
  return { from, to: wholeDay ? to + 1 : to }
}

/**
 * Gauges of a rep: `capacity` (items) and `capacityPoints` (points) replace the default load gauge, together if both
 * are given; every other gauge of the policy stays.
 */
function gaugesOf(
  gauges: readonly Gauge[],
  items: number | undefined,
  points: number | undefined,
): readonly Gauge[] {
  if (items === undefined && points === undefined) return gauges
  const own: Gauge[] = []
  if (items !== undefined) own.push({ name: 'open_items', threshold: items, action: 'pause' })
  if (points !== undefined) {
    own.push({ name: 'load_index', threshold: Math.round(points * 100), action: 'pause' })
  }
  const replaced = new Set(['load_index', 'open_items'])
  return [...own, ...gauges.filter((gauge) => !replaced.has(gauge.name))]
}

/** Understands a sheet of reps. Only the id is required; where there is no id column, the name serves as one. */
export function readReps(
  sheet: Sheet,
  policy: { readonly gauges: readonly Gauge[]; readonly timeZone: string },
  problems: SheetProblem[],
): readonly RepRow[] {
  const hasId = sheet.columns.some((column) => column.key === 'id')
  const idKey = hasId || !sheet.columns.some((column) => column.key === 'name') ? 'id' : 'name'
  checkIds(sheet, idKey, problems)
  const cell = cellReader(sheet)
  const own = sheet.columns.filter((column) => column.key === null)

  /** The value of a cell, or the fallback where it is empty or wrong; what is wrong is reported. */
  const read = <T>(
    row: SheetRow,
    key: string,
    fallback: T,
    parse: (text: string) => T | undefined,
    code: SheetProblemCode,
    expected?: string,
  ): T => {
    const text = cell(row, key)
    if (text === '') return fallback
    const value = parse(text)
    if (value !== undefined) return value
    const place = { file: sheet.file, row: row.number, column: headerOf(sheet, key) }
    problems.push({ ...place, code, given: text, ...(expected === undefined ? {} : { expected }) })
    return fallback
  }
  /** A whole number within what the door for single reps takes; `most` where that has no such field. */
  const counted = <T>(row: SheetRow, key: string, fallback: T, most: number): number | T => {
    const maximum = repMaximum(key) ?? most
    return read<number | T>(
      row,
      key,
      fallback,
      (text) => countCell(text, maximum),
      'NOT_A_COUNT',
      String(maximum),
    )
  }
  const count = (row: SheetRow, key: string): number => counted(row, key, 0, repMaxima.limit)
  const ceiling = (row: SheetRow, key: string): number | null => counted(row, key, null, repMaxima.limit)

  const mostPoints = repMaxima.threshold / 100
  const points = <T>(row: SheetRow, key: string, fallback: T): number | T =>
    read<number | T>(
      row,
      key,
      fallback,
      (text) => {
        const value = numberCell(text)
        return value !== undefined && value >= 0 && value <= mostPoints ? value : undefined
      },
      'NOT_A_NUMBER',
      `0–${mostPoints}`,
    )

  return sheet.rows.map((row): RepRow => {
    const zone = read(
      row,
      'timeZone',
      policy.timeZone,
      (text) => (isTimeZone(text) ? text : undefined),
      'NOT_A_TIME_ZONE',
    )
    const hoursText = cell(row, 'workingHours')
    const parsedHours = hoursText === '' ? undefined : parseWorkingHours(hoursText)
    if (parsedHours && !parsedHours.ok) {
      const column = headerOf(sheet, 'workingHours')
      const { text } = parsedHours.error
      problems.push({
        file: sheet.file,
        row: row.number,
        column,
        code: 'NOT_WORKING_HOURS',
        given: hoursText,
        expected: text,
      })
    }
    const leaves = listCell(cell(row, 'leave')).flatMap((text) => {
      const span = leaveOf(text, zone)
      if (span) return [span]
      problems.push({
        file: sheet.file,
        row: row.number,
        column: headerOf(sheet, 'leave'),
        code: 'NOT_A_SPAN',
        given: text,
      })
      return []
    })
    const openItems = count(row, 'openItems')
    const load = Math.round(points(row, 'load', 0) * 100)
    const items = counted(row, 'capacity', undefined, repMaxima.threshold)
    const capacityPoints = points(row, 'capacityPoints', undefined)
    const ownTags = own.flatMap(({ index, header }) =>
      listCell(row.cells[index] ?? '').map((value) => tagOf(`${header}=${value}`)),
    )
    return {
      rep: {
        id: cell(row, idKey),
        name: cell(row, 'name') || cell(row, idKey),
        teamPath: listCell(cell(row, 'team')),
        roles: listCell(cell(row, 'roles')),
        territories: listCell(cell(row, 'regions')),
        industries: listCell(cell(row, 'industries')),
        productLines: listCell(cell(row, 'products')),
        level: read<ExperienceLevel>(
          row,
          'level',
          'growing',
          (text) => named(levels, text),
          'NOT_ONE_OF',
          'newcomer, growing, senior (新人, 成长, 资深)',
        ),
        tags: [...listCell(cell(row, 'tags')).map(tagOf), ...ownTags],
        weight: counted(row, 'weight', 100, repMaxima.weight),
        gauges: gaugesOf(policy.gauges, items, capacityPoints),
        limits: {
          dailyMax: ceiling(row, 'dailyMax'),
          weeklyMax: ceiling(row, 'weeklyMax'),
          monthlyMax: ceiling(row, 'monthlyMax'),
          dailyMin: count(row, 'dailyMin'),
          weeklyMin: count(row, 'weeklyMin'),
          monthlyMin: count(row, 'monthlyMin'),
        },
      },
      schedule: {
        timeZone: zone,
        hours: parsedHours?.ok ? parsedHours.value : null,
        leaves: mergeSpans(leaves),
      },
      status: read<RepStatus>(
        row,
        'status',
        'active',
        (text) => named(statuses, text),
        'NOT_ONE_OF',
        'active, paused, leave, inactive (在职, 暂停, 休假, 离职)',
      ),
      before: {
        gauges: {
          ...(load > 0 ? { load_index: load } : {}),
          ...(openItems > 0 ? { open_items: openItems } : {}),
        },
        receivedToday: count(row, 'receivedToday'),
        receivedThisWeek: count(row, 'receivedThisWeek'),
        receivedThisMonth: count(row, 'receivedThisMonth'),
      },
    }
  })
}
