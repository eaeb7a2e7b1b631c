import type { PlannedPlace } from '../joint/planned-place.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { readColumn, writeColumn } from './integer-column.ts'
import { memberAt, type Places, readName, writeName } from './parts.ts'
import { WrittenBytes } from './written-bytes.ts'

const flags = { held: 1, reoptimised: 2, heedsOffers: 4 } as const
const units: readonly PlannedPlace['per'][] = ['item', 'point']

/** What a plan said of an item, beside the decision. All items of a plan share its prices, and their bytes. */
export class PlanWriter {
  #prices: readonly number[] | null = null
  readonly #written = new WrittenBytes()

  /** The rep is not written: it is the decision's. */
  write(out: ByteWriter, place: PlannedPlace, roster: Places): void {
    const { planHash, per, prices, holder } = place
    out.text(planHash)
    out.byte(units.indexOf(per))
    out.byte(
      (holder === null ? 0 : flags.held) +
        (place.reoptimised === true ? flags.reoptimised : 0) +
        (place.heedsOffers === true ? flags.heedsOffers : 0),
    )
    if (holder !== null) {
      writeName(out, holder.repId, roster)
      out.signed(holder.handOverThousandths)
    }
    if (prices === this.#prices && this.#written.writeTo(out)) return
    const start = out.length
    out.unsigned(prices.length)
    writeColumn(out, prices, prices.length)
    this.#prices = prices
    this.#written.keep(out, start)
  }
}

export function readPlan(input: ByteReader, repIds: readonly string[], repId: string): PlannedPlace {
  const planHash = input.text()
  const per = memberAt(units, input.byte())
  const flagged = input.byte()
  const holder =
    (flagged & flags.held) === 0
      ? null
      : { repId: readName(input, repIds), handOverThousandths: input.signed() }
  const prices = readColumn(input, input.unsigned())
  return {
    planHash,
    repId,
    per,
    prices,
    holder,
    ...((flagged & flags.reoptimised) === 0 ? {} : { reoptimised: true }),
    ...((flagged & flags.heedsOffers) === 0 ? {} : { heedsOffers: true }),
  }
}
