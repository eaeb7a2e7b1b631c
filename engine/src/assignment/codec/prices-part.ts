import type { TimePrices } from '../../model/index.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { readColumn, writeColumn } from './integer-column.ts'
import { memberAt } from './parts.ts'
import { WrittenBytes } from './written-bytes.ts'

const units: readonly TimePrices['per'][] = ['item', 'point']

/** The prices of time a decision saw. Decisions of a batch share them, and their bytes. */
export class PricesWriter {
  #prices: TimePrices | null = null
  readonly #written = new WrittenBytes()

  write(out: ByteWriter, prices: TimePrices): void {
    if (prices === this.#prices && this.#written.writeTo(out)) return
    const start = out.length
    out.text(prices.planHash)
    out.unsigned(prices.pricedAt)
    out.unsigned(prices.until)
    out.byte(units.indexOf(prices.per))
    out.unsigned(prices.dayLeftPermille)
    out.unsigned(prices.prices.length)
    for (const column of [prices.prices, prices.standingRoom, prices.todayRoom])
      writeColumn(out, column, prices.prices.length)
    this.#prices = prices
    this.#written.keep(out, start)
  }
}

export function readPrices(input: ByteReader): TimePrices {
  const head = {
    planHash: input.text(),
    pricedAt: input.unsigned(),
    until: input.unsigned(),
    per: memberAt(units, input.byte()),
    dayLeftPermille: input.unsigned(),
  }
  const count = input.unsigned()
  return {
    ...head,
    prices: readColumn(input, count),
    standingRoom: readColumn(input, count),
    todayRoom: readColumn(input, count),
  }
}
