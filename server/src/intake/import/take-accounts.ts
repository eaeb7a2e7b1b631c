import type { Adoption } from '../../assignment/index.ts'
import {
  companyKey,
  findAccountsByName,
  insertAccounts,
  type NewAccount,
  setParents,
} from '../../customers/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { placeImported } from './place-imported.ts'
import { given, listOf, matched, numberOf, ownerOf, type Taken, type Taker, textOf } from './taker.ts'

/** Customers out of a file. One that is known by name is not made again; parents are found whatever the order of rows. */
export const accountTaker: Taker = {
  keyOf: (row) => textOf(row, 'externalId') ?? nameKey(textOf(row, 'name') ?? row.hash),
  async take(db, context, rows, problems, now) {
    const taken: Taken[] = []
    const known = await findAccountsByName(
      db,
      rows
        .flatMap((row) => [textOf(row, 'name'), textOf(row, 'parent')])
        .filter((name) => name !== undefined),
    )
    const made: NewAccount[] = []
    const adoptions: Adoption[] = []
    const madeByName = new Map<string, string>()
    for (const row of rows) {
      const name = textOf(row, 'name') ?? ''
      const twin = known.get(name)?.id ?? madeByName.get(nameKey(name))
      if (twin !== undefined) {
        taken.push({ row: row.number, what: 'duplicate', entityId: twin })
        continue
      }
      const id = uuidv7(now)
      madeByName.set(nameKey(name), id)
      const createdAt = Math.min(numberOf(row, 'createdAt') ?? now, now)
      const revenue = numberOf(row, 'revenue')
      made.push({
        id,
        createdAt,
        name,
        ...given({
          externalId: textOf(row, 'externalId'),
          creditCode: textOf(row, 'creditCode'),
          phone: textOf(row, 'phone'),
          email: textOf(row, 'email'),
          website: textOf(row, 'website'),
          industry: matched(context, row, 'industry'),
          region: textOf(row, 'region'),
          city: textOf(row, 'city'),
          address: textOf(row, 'address'),
          employees: numberOf(row, 'employees'),
          companySize: textOf(row, 'companySize'),
          revenueMinor: revenue === undefined ? undefined : Math.round(revenue * 100),
          customerLevel: textOf(row, 'customerLevel'),
          lifecycleStage: textOf(row, 'lifecycleStage'),
          tags: listOf(row, 'tags'),
          note: textOf(row, 'note'),
        }),
        custom: row.custom,
        importId: context.importId,
        createdBy: context.actor.actorId,
      })
      const ownerId = context.mapping.owners === 'keep' ? ownerOf(context, row, problems) : null
      if (ownerId !== null || (context.mapping.pool ?? null) !== null)
        adoptions.push({
          item: {
            id,
            kind: 'account',
            priority: 0,
            createdAt,
            facts: { kind: 'account', createdAt, company: name },
            tags: [],
            value: null,
            difficulty: null,
            amountMinor: null,
            // Having a customer is no work yet; what is to be done for them is.
            pointsHundredths: 0,
          },
          state: ownerId === null ? 'waiting' : 'owned',
          ownerId,
          actorId: context.actor.actorId,
        })
      taken.push({ row: row.number, what: 'created', entityId: id })
    }
    await insertAccounts(db, made)
    await placeImported(db, context, now, adoptions)

    const idOf = (name: string): string | undefined => known.get(name)?.id ?? madeByName.get(nameKey(name))
    const pairs: { accountId: string; parentId: string }[] = []
    for (const row of rows) {
      const parent = textOf(row, 'parent')
      const accountId = madeByName.get(nameKey(textOf(row, 'name') ?? ''))
      if (parent === undefined || accountId === undefined) continue
      const parentId = idOf(parent)
      if (parentId !== undefined) pairs.push({ accountId, parentId })
      else
        await db.query(
          `insert into import_parent (tenant_id, import_id, account_id, row_number, parent_name)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [db.tenantId, context.importId, accountId, row.number, parent],
        )
    }
    await setParents(db, pairs)
    return taken
  },
}

function nameKey(name: string): string {
  const { key, place } = companyKey(name)
  return key === '' ? name : `${key}@${place}`
}
