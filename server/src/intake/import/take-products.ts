import { insertProducts, type NewProduct } from '../../customers/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { given, numberOf, type Taken, type Taker, textOf } from './taker.ts'

/** Products out of a file, one per name. */
export const productTaker: Taker = {
  keyOf: (row) => (textOf(row, 'name') ?? row.hash).toLowerCase(),
  async take(db, context, rows, _problems, now) {
    const products = rows.map((row): NewProduct & { row: number } => {
      const price = numberOf(row, 'price')
      return {
        row: row.number,
        id: uuidv7(now),
        name: textOf(row, 'name') ?? '',
        ...given({
          line: textOf(row, 'line'),
          priceMinor: price === undefined ? undefined : Math.round(price * 100),
        }),
        importId: context.importId,
        createdBy: context.actor.actorId,
      }
    })
    const written = await insertProducts(db, products, now)
    return products.map(
      ({ row, id }): Taken =>
        written.has(id) ? { row, what: 'created', entityId: id } : { row, what: 'duplicate', entityId: null },
    )
  },
}
