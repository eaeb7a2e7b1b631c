/**
 * Does the same for every tenant, one after the other. What fails for one is kept until the others had their turn: one
 * company's trouble must not stop everybody's work. Throws at the end, so that the sweep counts as failed.
 */
export async function eachTenant(
  tenantIds: readonly string[],
  signal: AbortSignal,
  work: (tenantId: string) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = []
  for (const tenantId of tenantIds) {
    if (signal.aborted) break
    try {
      await work(tenantId)
    } catch (error) {
      failures.push(new Error(`for tenant ${tenantId}`, { cause: error }))
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `for ${failures.length} tenants`)
}
