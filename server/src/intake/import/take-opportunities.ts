import { canonicalOption, customPrefix, type FieldValue, type WorkItem } from '@peineng/engine'
import type { Adoption } from '../../assignment/index.ts'
import { findAccountsByName, insertOpportunities, type NewOpportunity } from '../../customers/index.ts'
import type { Saying } from '../../platform/errors/sentences/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { outcomeOf } from './outcomes.ts'
import type { ParsedRow } from './parse-row.ts'
import { placeImported } from './place-imported.ts'
import { given, listOf, matched, numberOf, ownerOf, type Taken, type Taker, textOf } from './taker.ts'

/** Deals out of a file: what was won or lost is history, what is open is work. */
export const opportunityTaker: Taker = {
  keyOf: (row) => textOf(row, 'externalId') ?? `#${row.hash}`,
  async take(db, context, rows, problems, now) {
    const accounts = await findAccountsByName(
      db,
      rows.map((row) => textOf(row, 'account')).filter((name) => name !== undefined),
    )
    const { policy } = await context.assignment.contextOf(db, now)
    const made: NewOpportunity[] = []
    const adoptions: Adoption[] = []
    for (const row of rows) {
      const warn = (field: string, code: string, expected: Saying): void =>
        void problems.push({
          row: row.number,
          severity: 'warning',
          header: context.headerOf(field),
          code,
          given: textOf(row, field) ?? '',
          expected,
        })
      const accountName = textOf(row, 'account')
      const account = accountName === undefined ? undefined : accounts.get(accountName)
      const outcome = outcomeOf(textOf(row, 'stage'))
      if (accountName !== undefined && account === undefined)
        warn('account', 'unknown_account', 'wants_account_first')
      if (accountName === undefined) warn('account', 'no_account', 'wants_customer')
      const product = matched(context, row, 'product')
      const region = textOf(row, 'region') ?? account?.region ?? undefined
      const industry = matched(context, row, 'industry') ?? account?.industry ?? undefined
      const createdAt = Math.min(numberOf(row, 'createdAt') ?? now, now)
      const closed = outcome !== 'open'
      const repId = ownerOf(context, row, problems)
      const id = uuidv7(now)
      const amount = numberOf(row, 'amount')
      const tags = listOf(row, 'tags') ?? []
      const raw = given({
        kind: 'opportunity',
        createdAt,
        company: account?.name ?? accountName,
        product,
        // What a lost deal was closed at (0) says nothing about what it was worth.
        amount: outcome === 'lost' && amount === 0 ? undefined : amount,
        region,
        industry,
        source: textOf(row, 'source'),
        value: option(row, 'value'),
        difficulty: option(row, 'difficulty'),
        tags: tags.length === 0 ? undefined : tags,
        note: textOf(row, 'note'),
        ...Object.fromEntries(Object.entries(row.custom).map(([key, value]) => [customPrefix + key, value])),
      }) as Record<string, FieldValue>
      const found = policy.assess(raw)
      const facts = policy.enrich(raw, found)
      const amountMinor = amount === undefined ? null : Math.round(amount * 100)
      made.push({
        id,
        createdAt,
        name: nameOf(row, account?.name ?? accountName, product),
        accountId: account?.id ?? null,
        stage: textOf(row, 'stage') ?? 'new',
        outcome,
        closedAt: closed ? (numberOf(row, 'closedAt') ?? createdAt) : null,
        closedRepId: closed ? repId : null,
        amountMinor,
        value: found.value,
        difficulty: found.difficulty,
        facts,
        tags: found.tags,
        score: found.score,
        tier: found.tier,
        pointsHundredths: found.pointsHundredths,
        custom: row.custom,
        importId: context.importId,
        createdBy: context.actor.actorId,
        ...given({
          externalId: textOf(row, 'externalId'),
          product,
          region,
          industry,
          source: textOf(row, 'source'),
          note: textOf(row, 'note'),
          expectedCloseOn: textOf(row, 'expectedCloseOn'),
        }),
      })
      const item: WorkItem = {
        id,
        kind: 'opportunity',
        priority: 0,
        createdAt,
        facts,
        tags: found.tags,
        value: found.value,
        difficulty: found.difficulty,
        amountMinor,
        pointsHundredths: found.pointsHundredths,
      }
      const kept = context.mapping.owners === 'keep' ? repId : null
      adoptions.push({
        item,
        state: closed ? 'closed' : kept === null ? 'waiting' : 'owned',
        ownerId: closed ? repId : kept,
        actorId: context.actor.actorId,
      })
    }
    await insertOpportunities(db, made, now)
    await placeImported(db, context, now, adoptions)
    return made.map(
      ({ id }, index): Taken => ({ row: rows[index]?.number ?? 0, what: 'created', entityId: id }),
    )
  },
}

const nameOf = (row: ParsedRow, account: string | undefined, product: string | undefined): string =>
  textOf(row, 'name') ??
  ([account, product].filter((part) => part !== undefined).join(' · ') ||
    (textOf(row, 'externalId') ?? `#${row.number}`))

const option = (row: ParsedRow, field: 'value' | 'difficulty'): string | undefined => {
  const text = textOf(row, field)
  return text === undefined ? undefined : canonicalOption(field, text)
}
