/** A where clause that grows together with its values, so that nothing a user typed ever becomes SQL. */
export interface Conditions {
  /** Adds `sql(placeholder)` joined by and. */
  and(sql: (placeholder: string) => string, value: unknown): void
  /** Adds a condition without a value. */
  plain(sql: string): void
  /** Placeholder of one more value, for limits and the like. */
  value(value: unknown): string
  /** A clause over another table for a subquery: its own conditions, the same values. */
  within(alias: string): Conditions
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Starts with the tenant as `$1`; `alias` is the table every row of which carries it. */
export function conditionsFor(tenantId: string, alias: string): Conditions {
  return growing([tenantId], alias)
}

function growing(values: unknown[], alias: string): Conditions {
  const parts = [`${alias}.tenant_id = $1`]
  const value = (one: unknown): string => `$${values.push(one)}`
  return {
    and: (sql, one) => void parts.push(sql(value(one))),
    plain: (sql) => void parts.push(sql),
    value,
    within: (inner) => growing(values, inner),
    get sql() {
      return parts.join(' and ')
    },
    values,
  }
}
