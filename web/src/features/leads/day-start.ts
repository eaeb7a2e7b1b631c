/** When a calendar day begins in a time zone, as an instant. */
export function dayStart(isoDay: string, zone: string): string {
  const utc = Date.parse(`${isoDay}T00:00:00Z`)
  const first = utc - offsetMs(utc, zone)
  // The offset at the guess may differ from the one at midnight there (a change of clocks in between): once more.
  return new Date(utc - offsetMs(first, zone)).toISOString()
}

function offsetMs(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? '00'
  const shown = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`
  return Date.parse(shown) - Math.floor(at / 1000) * 1000
}
