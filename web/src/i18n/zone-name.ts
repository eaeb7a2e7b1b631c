import { getLocale } from './locale.ts'

/** `中国标准时间（GMT+8）` · `China Standard Time (GMT+8)`: what people call a zone, not what computers do. */
export function zoneName(zone: string, now: Date): string {
  const [long, offset] = (['long', 'shortOffset'] as const).map(
    (timeZoneName) =>
      new Intl.DateTimeFormat(getLocale(), { timeZone: zone, timeZoneName })
        .formatToParts(now)
        .find(({ type }) => type === 'timeZoneName')?.value ?? zone,
  )
  if (long === offset) return `${long}`
  return getLocale() === 'zh-CN' ? `${long}（${offset}）` : `${long} (${offset})`
}

/** … and the city that tells zones of one name apart, for a list to choose from. */
export const zoneChoice = (zone: string, now: Date): string =>
  `${zoneName(zone, now)} · ${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')}`
