import type { WorkItem } from '../../model/index.ts'
import { utf8Room, utf8Text, writeUtf8 } from './utf8.ts'

/** Filled and copied inside one call. */
let scratch = new Uint8Array(4096)

/** The facts a decision looked at, as compact JSON in UTF-8: stored beside it, since facts change afterwards. */
export function encodeItem(item: WorkItem): Uint8Array {
  const text = JSON.stringify(item)
  if (scratch.length < utf8Room(text)) scratch = new Uint8Array(2 * utf8Room(text))
  return scratch.slice(0, writeUtf8(text, scratch, 0))
}

/** Reads what `encodeItem` wrote; throws SyntaxError on anything that is not JSON. */
export function decodeItem(bytes: Uint8Array): WorkItem {
  return JSON.parse(utf8Text(bytes)) as WorkItem
}
