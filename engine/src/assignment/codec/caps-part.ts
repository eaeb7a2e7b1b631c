import type { FullCap } from '../../model/index.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { type Places, readName, writeName } from './parts.ts'

/** The caps that were full. Reps as places of the roster, times as distance to the decision. */
export function writeCaps(
  out: ByteWriter,
  caps: readonly FullCap[],
  roster: Places,
  decidedAt: number,
): void {
  out.unsigned(caps.length)
  for (const { cap, subject, freesAt } of caps) {
    out.text(cap)
    writeName(out, subject, roster)
    out.signed(freesAt - decidedAt)
  }
}

export function readCaps(input: ByteReader, repIds: readonly string[], decidedAt: number): FullCap[] {
  return Array.from({ length: input.unsigned() }, () => ({
    cap: input.text(),
    subject: readName(input, repIds),
    freesAt: decidedAt + input.signed(),
  }))
}
