import { escapeIdentifier, escapeLiteral } from 'pg'
import type { TableShape } from './catalogue.ts'

/** The table every `tenant_id` points to. */
const TENANT = 'tenant'

/**
 * The rows of each table that one tenant takes along: its own, the tenant itself, the global rows its rows point to
 * (log-ins of its members), and what hangs on those (their recovery codes). Other global tables stay out: they are
 * seeded by migrations wherever the tenant goes.
 */
export function rowsOfTenant(tables: readonly TableShape[], tenantId: string): Map<string, string> {
  const id = escapeLiteral(tenantId)
  const selected = new Map<string, string>()
  for (const table of tables) {
    if (table.ofTenant) selected.set(table.name, `tenant_id = ${id}`)
    if (table.name === TENANT) selected.set(table.name, `id = ${id}`)
  }
  const own = tables.filter(({ ofTenant }) => ofTenant)
  const global = tables.filter(({ name, ofTenant }) => !ofTenant && name !== TENANT)
  for (const table of global) {
    const pointedTo = own.flatMap((source) =>
      pointersFrom(source, selected.get(source.name) ?? 'false', table.name),
    )
    if (pointedTo.length > 0) selected.set(table.name, pointedTo.join(' or '))
  }
  for (const table of global) {
    if (selected.has(table.name)) continue
    const hanging = table.foreignKeys.flatMap(({ columns, target, targetColumns }) => {
      const condition = target === TENANT ? undefined : selected.get(target)
      return condition === undefined ? [] : [inTable(columns, target, targetColumns, condition)]
    })
    if (hanging.length > 0) selected.set(table.name, hanging.join(' or '))
  }
  return selected
}

function pointersFrom(source: TableShape, condition: string, target: string): string[] {
  return source.foreignKeys
    .filter((key) => key.target === target)
    .map(({ columns, targetColumns }) => inTable(targetColumns, source.name, columns, condition))
}

function inTable(
  columns: readonly string[],
  table: string,
  tableColumns: readonly string[],
  condition: string,
): string {
  return `(${names(columns)}) in (select ${names(tableColumns)} from ${escapeIdentifier(table)} where ${condition})`
}

export function names(columns: readonly string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(', ')
}
