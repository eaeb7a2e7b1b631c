import { createReadStream } from 'node:fs'

type Decoder = InstanceType<typeof TextDecoder>

/** Longer lines are no CSV of ours, most likely a binary file. */
const LONGEST_LINE = 1_000_000

/** Byte order marks first, then strict UTF-8, else GB18030: as `decodeText`, judged by the first chunk only. */
function decoderFor(chunk: Uint8Array): Decoder {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le')
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true })
    return new TextDecoder('utf-8')
  } catch {
    return new TextDecoder('gb18030')
  }
}

/**
 * Hands every line of a file to `onLine` without ever holding the file: gigabytes stream through a few megabytes.
 * `onLine` answers false to stop reading. Lines end with LF, CRLF or CR LF; the last may lack its end.
 */
export async function readLines(path: string, onLine: (line: string, row: number) => boolean): Promise<void> {
  const stream = createReadStream(path, { highWaterMark: 4 << 20 })
  let decoder: Decoder | null = null
  let rest = ''
  let row = 0
  const emit = (line: string): boolean => onLine(line.endsWith('\r') ? line.slice(0, -1) : line, ++row)
  for await (const chunk of stream) {
    const bytes = chunk as Uint8Array
    decoder ??= decoderFor(bytes)
    const text = rest + decoder.decode(bytes, { stream: true })
    let from = 0
    for (;;) {
      const end = text.indexOf('\n', from)
      if (end === -1) break
      if (!emit(text.slice(from, end))) {
        stream.destroy()
        return
      }
      from = end + 1
    }
    rest = text.slice(from)
    if (rest.length > LONGEST_LINE) {
      emit(rest)
      stream.destroy()
      return
    }
  }
  rest += decoder?.decode() ?? ''
  if (rest !== '') emit(rest)
}
