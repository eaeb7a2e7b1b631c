import { placePath } from '../../customers/normalise/places.ts'
import { chinaRegions } from '../../people/china-territories.ts'

const regionOfProvince: ReadonlyMap<string, string> = new Map(
  Object.entries(chinaRegions).flatMap(([region, provinces]) =>
    provinces.map(({ name }) => [name, region] as const),
  ),
)

const everywhere = new Set(['全国', '不限', '全部', 'all', '*', 'worldwide', 'nationwide'])

/** `深圳市` → 华南, 广东, 深圳; `华东大区` → 华东; a place outside the table is only itself. */
function pathOf(text: string): readonly string[] {
  const region = text.replace(/(大区|地区|区域|区)$/, '')
  if (Object.hasOwn(chinaRegions, region)) return [region]
  const path = placePath(text)?.split('/')
  if (!path) return [text]
  const above = regionOfProvince.get(path[0] ?? '')
  return above === undefined ? path : [above, ...path]
}

const isWithin = (place: readonly string[], covered: readonly string[]): boolean =>
  covered.every((part, depth) => place[depth] === part)

/**
 * What a rep covers, spelled out for the places that occur: somebody for 华东 or 江苏 covers a lead from 南京市. There
 * is no territory tree without a database, so the official one of China stands in; other places match by name.
 * Nothing named, or 全国, covers everything.
 */
export function coveredPlaces(named: readonly string[], occurring: ReadonlySet<string>): readonly string[] {
  if (named.some((text) => everywhere.has(text.toLowerCase()))) return []
  const covered = named.map(pathOf)
  const within = [...occurring].filter((text) => {
    const place = pathOf(text)
    return covered.some((path) => isWithin(place, path))
  })
  // Sorted, so that the order of the leads does not show in the roster.
  return [...new Set([...named, ...within.sort()])]
}
