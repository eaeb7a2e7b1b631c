import type { WorkItem } from '../../model/index.ts'
import { utf8Room, utf8Text, writeUtf8 } from './utf8.ts'

/** The facts a decision looked at, as compact JSON in UTF-8: stored beside it, since facts change afterwards. */
export function encodeItem(item: WorkItem): Uint8Array {
  const text = JSON.stringify(item)
  const bytes = new Uint8Array(utf8Room(text))
  return bytes.slice(0, writeUtf8(text, bytes, 0))
}

/** Reads what `encodeItem` wrote; throws SyntaxError on anything that is not JSON. */
export function decodeItem(bytes: Uint8Array): WorkItem {
  return JSON.parse(utf8Text(bytes)) as WorkItem
}
