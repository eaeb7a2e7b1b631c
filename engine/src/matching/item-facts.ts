import type { WorkItem } from '../model/index.ts'
import { normalizeName, territoryPath } from './territory.ts'

/** The values of a text or list fact, normalised; empty where the fact is missing or blank. */
export function factNames(item: WorkItem, key: string): readonly string[] {
  const value = item.facts[key]
  if (value === undefined || typeof value === 'number' || typeof value === 'boolean') return []
  const names = typeof value === 'string' ? [value] : value
  return names.map(normalizeName).filter((name) => name !== '')
}

/** Where an item is: its region's path with the city below it, so that reps of either cover it. */
export function placesOf(item: WorkItem): readonly (readonly string[])[] {
  const [city] = factNames(item, 'city')
  const below = city === undefined ? [] : territoryPath(city)
  const regions = factNames(item, 'region').map(territoryPath)
  if (regions.length === 0) return below.length === 0 ? [] : [below]
  return regions.map((path) => [...path, ...below.filter((part) => !path.includes(part))])
}

/**
 * The segment win rates are counted in: `industry|product`, or the tier where neither is known.
 * History and new items must both pass through here, else they do not meet.
 */
export function segmentOf(item: Pick<WorkItem, 'facts'>): string {
  const industry = firstName(item.facts['industry'])
  const product = firstName(item.facts['product'])
  if (industry === '' && product === '') {
    const tier = firstName(item.facts['tier'])
    return tier === '' ? '*' : `tier:${tier}`
  }
  return `${industry === '' ? '*' : industry}|${product === '' ? '*' : product}`
}

function firstName(value: WorkItem['facts'][string] | undefined): string {
  if (typeof value === 'string') return normalizeName(value)
  if (Array.isArray(value)) return normalizeName(String(value[0] ?? ''))
  return ''
}
