/** A table as text, column by column; an empty string is a missing value. Rows keep their order. */
export interface Table {
  readonly columns: readonly string[]
  readonly values: readonly (readonly string[])[]
  readonly rows: number
}

export function tableOf(columns: readonly string[], values: readonly (readonly string[])[]): Table {
  return { columns, values, rows: values[0]?.length ?? 0 }
}

/** The texts of one column, or undefined where the table has no such column. */
export function columnOf(table: Table, name: string): readonly string[] | undefined {
  const at = table.columns.indexOf(name)
  return at < 0 ? undefined : table.values[at]
}
