import type { WhereFields } from '../../ui/filter/to-where.ts'
import type { Noun } from './record-api.ts'

/** What conditions may name, for either kind of record; the server knows the same. */
export const recordWhere: Readonly<Record<Noun, WhereFields>> = {
  account: {
    known: [
      'name',
      'owner',
      'customerLevel',
      'lifecycleStage',
      'industry',
      'region',
      'city',
      'employees',
      'created',
      'lastActivity',
      'nextStep',
    ],
    money: [],
  },
  opportunity: {
    known: [
      'name',
      'owner',
      'stage',
      'outcome',
      'product',
      'region',
      'industry',
      'source',
      'amount',
      'closeOn',
      'created',
      'lastActivity',
      'nextStep',
    ],
    money: ['amount'],
  },
}

/** The most one release takes (the server's limit). */
const MOST_AT_ONCE = 500

type Page<Row> = { items: readonly Row[]; nextCursor: string | null }

/** Those of "all that match" somebody has or that wait for somebody, except some, read page by page. */
export async function matchingRecords<Row extends { id: string; state: string | null }>(
  read: (cursor: string | null) => Promise<Page<Row>>,
  except: ReadonlySet<string>,
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Page<Row> = await read(cursor)
    ids.push(...page.items.filter((row) => mayBeReleased(row) && !except.has(row.id)).map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null && ids.length < MOST_AT_ONCE)
  return ids.slice(0, MOST_AT_ONCE)
}

/** A customer nobody ever had and a record that is closed lie nowhere they could be taken from. */
export const mayBeReleased = ({ state }: { state: string | null }): boolean =>
  state === 'owned' || state === 'waiting'
