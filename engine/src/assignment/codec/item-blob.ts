import type { WorkItem } from '../../model/index.ts'
import { utf8Bytes, utf8Text } from './utf8.ts'

/** The facts a decision looked at, as compact JSON in UTF-8: stored beside it, since facts change afterwards. */
export function encodeItem(item: WorkItem): Uint8Array {
  return Uint8Array.from(utf8Bytes(JSON.stringify(item)))
}

/** Reads what `encodeItem` wrote; throws SyntaxError on anything that is not JSON. */
export function decodeItem(bytes: Uint8Array): WorkItem {
  return JSON.parse(utf8Text(bytes)) as WorkItem
}
