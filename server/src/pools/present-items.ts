import type { z } from 'zod'
import type { RankedItem } from './list-pool-items.ts'
import type { poolItem, windowShape } from './schemas.ts'
import type { WindowRow } from './window-store.ts'

type Names = ReadonlyMap<string, string>

export function presentItem(item: RankedItem, names: Names): z.infer<typeof poolItem> {
  const { amountMinor, enteredAt, fromRepId, createdAt: _, window, refusal, tags, ...rest } = item
  return {
    ...rest,
    tags: [...tags],
    amount: amountMinor === null ? null : amountMinor / 100,
    enteredAt: enteredAt.toISOString(),
    formerOwner: fromRepId === null ? null : { id: fromRepId, name: names.get(fromRepId) ?? '' },
    refusal:
      refusal === null
        ? null
        : {
            code: refusal.code,
            params: { ...refusal.params },
            until: refusal.until === null ? null : new Date(refusal.until).toISOString(),
          },
    window:
      window === null
        ? null
        : {
            id: window.id,
            closesAt: window.closesAt.toISOString(),
            seal: window.seal,
            bids: window.bids,
            mine: window.mine,
          },
  }
}

/** While it is open nobody sees seed or bidders; drawn, everybody sees everything. */
export function presentWindow(row: WindowRow, names: Names): z.infer<typeof windowShape> {
  const person = (id: string) => ({ id, name: names.get(id) ?? '' })
  const drawn = row.closedAt !== null
  return {
    id: row.id,
    itemId: row.itemId,
    openedAt: row.openedAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    seal: row.seal,
    seed: drawn ? row.seed : null,
    nonce: drawn ? row.nonce : null,
    winner: row.winnerRepId === null ? null : person(row.winnerRepId),
    tickets: (row.result?.tickets ?? []).map(({ repId, ...ticket }) => ({ ...ticket, rep: person(repId) })),
    passed: (row.result?.passed ?? []).map(({ repId, code }) => ({ rep: person(repId), code })),
  }
}
