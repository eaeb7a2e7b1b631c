const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a zone: `2026-11-27`. */
export function dayOf(at: string, zone: string): string {
  const known = formats.get(zone)
  const format =
    known ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (!known) formats.set(zone, format)
  return format.format(new Date(at))
}
