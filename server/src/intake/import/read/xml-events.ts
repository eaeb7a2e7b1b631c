import { FileProblem } from './sheet-row.ts'

export type XmlEvent =
  | { readonly type: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

/** A tag or a text longer than this is no spreadsheet. */
const longestToken = 4_000_000

/**
 * Tags and texts of an XML stream, names without prefix. A document type declaration is refused: it is where entity
 * bombs live, and no spreadsheet has one.
 */
export async function* xmlEvents(text: AsyncIterable<string>): AsyncGenerator<XmlEvent[]> {
  let buffer = ''
  for await (const chunk of text) {
    buffer += chunk
    const events: XmlEvent[] = []
    const at = scan(buffer, events)
    buffer = buffer.slice(at)
    if (buffer.length > longestToken) throw new FileProblem('FILE_UNREADABLE', 'workbook_part_no_end')
    if (events.length > 0) yield events
  }
  if (buffer.trim() !== '') throw new FileProblem('FILE_UNREADABLE', 'workbook_cut')
}

function scan(buffer: string, events: XmlEvent[]): number {
  let at = 0
  for (;;) {
    const open = buffer.indexOf('<', at)
    if (open < 0) return at
    if (open > at) events.push({ type: 'text', text: decodeEntities(buffer.slice(at, open)) })
    if (buffer.startsWith('<![CDATA[', open)) {
      const end = buffer.indexOf(']]>', open)
      if (end < 0) return open
      events.push({ type: 'text', text: buffer.slice(open + 9, end) })
      at = end + 3
      continue
    }
    if (buffer.startsWith('<!--', open)) {
      const end = buffer.indexOf('-->', open)
      if (end < 0) return open
      at = end + 3
      continue
    }
    // Too short to tell a comment from a declaration.
    if (buffer.startsWith('<!', open) && buffer.length < open + 9) return open
    if (buffer.startsWith('<!', open)) throw new FileProblem('FILE_SUSPICIOUS', 'workbook_entities')
    const end = endOfTag(buffer, open)
    if (end < 0) return open
    const tag = buffer.slice(open + 1, end)
    if (tag.startsWith('/')) events.push({ type: 'close', name: localName(tag.slice(1).trim()) })
    else if (!tag.startsWith('?')) {
      const empty = tag.endsWith('/')
      const body = empty ? tag.slice(0, -1) : tag
      const space = body.search(/\s/)
      events.push({
        type: 'open',
        name: localName(space < 0 ? body : body.slice(0, space)),
        attributes: space < 0 ? '' : body.slice(space),
        empty,
      })
    }
    at = end + 1
  }
}

/** The `>` that closes a tag, past those inside attribute values. */
function endOfTag(buffer: string, open: number): number {
  let at = open + 1
  for (;;) {
    const end = buffer.indexOf('>', at)
    if (end < 0) return -1
    const inside = buffer.slice(open, end)
    const doubles = inside.split('"').length - 1
    if (doubles % 2 === 0) return end
    at = end + 1
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Value of an attribute, without its prefix (`r:id` → `id`). */
export function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match === null ? null : decodeEntities(match[1] ?? match[2] ?? '')
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-fA-F]+|[a-z]+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
