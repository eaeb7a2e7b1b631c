import type { Encoding } from './sheet-row.ts'

export interface EncodingFound {
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
}

/** Watches a file go by and says in the end how its text is encoded, without ever holding it whole. */
export interface EncodingWatch {
  see(chunk: Uint8Array): void
  end(): EncodingFound
}

/**
 * Byte order marks first; then UTF-16 without one (every other byte of Latin text is 0); then strict UTF-8 over the
 * whole file, because a GBK file may begin with pages of ASCII; what is left is GB18030, which contains GBK.
 */
export function watchEncoding(): EncodingWatch {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let head: Uint8Array = new Uint8Array(0)
  let utf8 = true
  return {
    see(chunk) {
      if (head.length < 4096) head = concat(head, chunk.subarray(0, 4096))
      if (!utf8) return
      try {
        strict.decode(chunk, { stream: true })
      } catch {
        utf8 = false
      }
    },
    end() {
      if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', byteOrderMark: true }
      if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', byteOrderMark: true }
      const [even, odd] = zeroShare(head)
      if (odd > 0.3 && even < 0.05) return { encoding: 'utf-16le', byteOrderMark: false }
      if (even > 0.3 && odd < 0.05) return { encoding: 'utf-16be', byteOrderMark: false }
      if (utf8) {
        try {
          strict.decode()
        } catch {
          utf8 = false
        }
      }
      if (!utf8) return { encoding: 'gb18030', byteOrderMark: false }
      return { encoding: 'utf-8', byteOrderMark: head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf }
    },
  }
}

/** Share of zero bytes at even and at odd places. */
function zeroShare(bytes: Uint8Array): [number, number] {
  const zeros = [0, 0]
  bytes.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const half = Math.max(1, bytes.length / 2)
  return [(zeros[0] ?? 0) / half, (zeros[1] ?? 0) / half]
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}

/** Chunks of bytes as chunks of text, characters never torn apart; a byte order mark is dropped. */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
