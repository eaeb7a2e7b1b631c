import type { CheckedZip } from './check-zip.ts'
import { decodeChunks } from './encoding.ts'
import { attribute, xmlEvents } from './xml-events.ts'

/** Built-in number formats that show dates or times (ECMA-376 18.8.30, with the Chinese ones). */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Which cell styles show their number as a date. */
export async function readDateStyles(zip: CheckedZip): Promise<(style: number) => boolean> {
  if (!zip.entries.has('xl/styles.xml')) return () => false
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  for await (const events of xmlEvents(decodeChunks(await zip.open('xl/styles.xml'), 'utf-8')))
    for (const event of events) {
      if (event.type === 'close' && event.name === 'cellXfs') inCells = false
      if (event.type !== 'open') continue
      if (event.name === 'cellXfs') inCells = true
      if (event.name === 'numFmt')
        custom.set(
          Number(attribute(event.attributes, 'numFmtId')),
          isDateFormat(attribute(event.attributes, 'formatCode') ?? ''),
        )
      if (event.name === 'xf' && inCells) {
        const id = Number(attribute(event.attributes, 'numFmtId') ?? 0)
        styles.push(custom.get(id) ?? builtIn(id))
      }
    }
  return (style) => styles[style] ?? false
}

/** A format with a year, month or day in it, quoted texts and colours left aside. */
function isDateFormat(code: string): boolean {
  return /[ymdh年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}

/** A serial day number as `2026-11-23` or `2026-11-23T09:30:00`; null where it is none. */
export function excelTime(value: string, epoch1904: boolean): string | null {
  const serial = Number(value)
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null
  // Day 60 of the 1900 system is the 29 February that never was; nobody's lead is that old.
  const epoch = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const time = new Date(epoch + Math.round((serial * 86_400_000) / 1000) * 1000)
  const iso = time.toISOString().slice(0, 19)
  return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso
}
