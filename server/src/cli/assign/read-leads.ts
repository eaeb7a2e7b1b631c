import type { FieldDefinition, FieldValue, WorkItemKind } from '@peineng/engine'
import { listCell, numberCell } from './cell-values.ts'
import { customColumns } from './custom-columns.ts'
import { factsReader } from './read-facts.ts'
import { cellReader, checkIds, headerOf, type Sheet } from './sheet.ts'
import type { SheetProblem } from './sheet-problem.ts'

/** A row of leads.csv, not yet understood. */
export interface LeadRow {
  readonly id: string
  readonly kind: WorkItemKind
  readonly facts: Readonly<Record<string, FieldValue>>
  /** Absent where the sheet does not say. */
  readonly createdAt?: number
  readonly priority: number
  /** Id or name of the customer's owner, as written. */
  readonly owner: string
  readonly excludedReps: readonly string[]
}

export interface LeadSheet {
  readonly leads: readonly LeadRow[]
  readonly customFields: readonly FieldDefinition[]
  /** Header → field key, for rules that name a column as the sheet does. */
  readonly keyOfHeader: ReadonlyMap<string, string>
}

const priorities: Readonly<Record<string, number>> = {
  high: 2,
  高: 2,
  mid: 1,
  medium: 1,
  中: 1,
  low: 0,
  低: 0,
}

function priorityOf(cell: string): number | undefined {
  if (cell === '') return 0
  const number = numberCell(cell)
  if (number !== undefined) return Number.isSafeInteger(number) ? number : undefined
  const word = cell.toLowerCase()
  return Object.hasOwn(priorities, word) ? priorities[word] : undefined
}

/** Understands a sheet of leads: known columns by their names, all others as custom attributes. */
export function readLeads(sheet: Sheet, zone: string, problems: SheetProblem[]): LeadSheet {
  checkIds(sheet, 'id', problems)
  const custom = customColumns(sheet, zone)
  const facts = factsReader(sheet, custom, zone, problems)
  const read = cellReader(sheet)
  const leads = sheet.rows.map((row): LeadRow => {
    const { createdAt, kind, ...own } = facts(row)
    const priority = priorityOf(read(row, 'priority'))
    if (priority === undefined) {
      problems.push({
        file: sheet.file,
        row: row.number,
        column: headerOf(sheet, 'priority'),
        code: 'NOT_ONE_OF',
        given: read(row, 'priority'),
        expected: '0, 1, 2 … or high, mid, low (高, 中, 低)',
      })
    }
    return {
      id: read(row, 'id'),
      kind: (kind as WorkItemKind | undefined) ?? 'lead',
      facts: own,
      ...(typeof createdAt === 'number' ? { createdAt } : {}),
      priority: priority ?? 0,
      owner: read(row, 'owner'),
      excludedReps: listCell(read(row, 'excludedReps')),
    }
  })
  const keyOfHeader = new Map(
    sheet.columns.flatMap(({ header, key }) => (key === null ? [] : [[header, key] as const])),
  )
  return { leads, customFields: custom.map((column) => column.definition), keyOfHeader }
}
