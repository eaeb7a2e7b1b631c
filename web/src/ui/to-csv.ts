export type ChartTable = { header: readonly string[]; rows: readonly (readonly (string | number)[])[] }

/** Spreadsheets run a cell that starts like a formula; a quote in front keeps it text. Numbers are written bare. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a byte order mark: without it Excel reads Chinese UTF-8 as the local code page. */
export function toCsv({ header, rows }: ChartTable): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
