/** UTF-8 by hand: the engine has no runtime types. Lone surrogates become three bytes and come back as they were. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000) {
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    } else {
      bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63))
      bytes.push(0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
      at += 1
    }
  }
  return bytes
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
