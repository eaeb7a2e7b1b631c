import type { Facts } from '@peineng/engine'
import type { PoolRow } from './pool-store.ts'

const names = (list: readonly string[], value: unknown): boolean =>
  list.length === 0 || (typeof value === 'string' && list.includes(value))

/** Regions are paths (`华东/江苏`): a pool for the region takes what lies below it. */
const covers = (regions: readonly string[], value: unknown): boolean =>
  regions.length === 0 ||
  (typeof value === 'string' &&
    regions.some((region) => value === region || value.split('/').includes(region)))

/** Whether a pool is meant for a record: by region, source and class; an empty list takes all. */
export function poolFits(pool: PoolRow, facts: Facts): boolean {
  return (
    covers(pool.regions, facts['region']) &&
    names(pool.sources, facts['source']) &&
    names(pool.tiers, facts['tier'])
  )
}

/**
 * The pool a record goes back to: the one it was taken from, else the first that takes what is called back and fits;
 * null = none, so that it is decided anew.
 */
export function choosePool(
  pools: readonly PoolRow[],
  home: string | null,
  facts: Facts | undefined,
): PoolRow | null {
  const taking = pools.filter((pool) => pool.takesRecalled)
  return taking.find((pool) => pool.id === home) ?? taking.find((pool) => poolFits(pool, facts ?? {})) ?? null
}
