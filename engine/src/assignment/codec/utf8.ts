/** Bytes a text can take at most: three per UTF-16 code unit. */
export function utf8Room(text: string): number {
  return 3 * text.length
}

/**
 * UTF-8 by hand: the engine has no runtime types. Writes from `at` on and returns where it ended; the caller has made
 * room. Lone surrogates become three bytes and come back as they were.
 */
export function writeUtf8(text: string, bytes: Uint8Array, at: number): number {
  let end = at
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    if (unit < 0x80) {
      bytes[end++] = unit
      continue
    }
    const point = text.codePointAt(place) ?? 0
    if (point < 0x800) bytes[end++] = 0xc0 | (point >> 6)
    else {
      if (point < 0x10000) bytes[end++] = 0xe0 | (point >> 12)
      else {
        bytes[end++] = 0xf0 | (point >> 18)
        bytes[end++] = 0x80 | ((point >> 12) & 63)
        place += 1
      }
      bytes[end++] = 0x80 | ((point >> 6) & 63)
    }
    bytes[end++] = 0x80 | (point & 63)
  }
  return end
}

export function utf8Text(bytes: Uint8Array): string {
  let text = ''
  let at = 0
  const next = () => (bytes[at++] ?? 0) & 63
  while (at < bytes.length) {
    const lead = bytes[at++] ?? 0
    if (lead < 0x80) text += String.fromCharCode(lead)
    else if (lead < 0xe0) text += String.fromCharCode(((lead & 31) << 6) | next())
    else if (lead < 0xf0) text += String.fromCharCode(((lead & 15) << 12) | (next() << 6) | next())
    else text += String.fromCodePoint(((lead & 7) << 18) | (next() << 12) | (next() << 6) | next())
  }
  return text
}
