import { rowset, type TenantReader, type TenantWriter } from '../../platform/database/index.ts'

export type OfferAnswer = 'accepted' | 'declined' | 'expired' | 'withdrawn'

export interface NewOffer {
  readonly id: string
  readonly itemId: string
  readonly repId: string
  readonly decisionId: string
  readonly round: number
  readonly until: number
  readonly queue: string
  readonly turnThousandths: number
}

const rowsOfOffers = rowset<NewOffer>('o', {
  id: ['uuid', (o) => o.id],
  item: ['uuid', (o) => o.itemId],
  rep: ['uuid', (o) => o.repId],
  decision: ['uuid', (o) => o.decisionId],
  round: ['int', (o) => o.round],
  until: ['timestamptz', (o) => o.until],
  queue: ['text', (o) => o.queue],
  turn: ['int', (o) => o.turnThousandths],
})

export async function insertOffers(
  db: TenantWriter,
  now: number,
  offers: readonly NewOffer[],
): Promise<void> {
  await db.query(
    `insert into offer (tenant_id, id, item_id, rep_id, decision_id, round, made_at, until, queue, turn_thousandths)
     select $1, id, item, rep, decision, round, $2, until, queue, turn from ${rowsOfOffers.sql(3)}`,
    [db.tenantId, new Date(now), ...rowsOfOffers.values(offers)],
    'offer_insert',
  )
}

export interface OfferRow {
  readonly id: string
  readonly itemId: string
  readonly repId: string
  readonly madeAt: Date
  readonly until: Date
  readonly queue: string
  readonly turnThousandths: number
  readonly answer: OfferAnswer | null
  readonly answeredAt: Date | null
  readonly reason: string | null
}

const COLUMNS = `id, item_id as "itemId", rep_id as "repId", made_at as "madeAt", until, queue,
  turn_thousandths as "turnThousandths", answer, answered_at as "answeredAt", reason`

/** Open offers of items whose rows the caller holds. */
export async function readOpenOffers(db: TenantReader, itemIds: readonly string[]): Promise<OfferRow[]> {
  return db.query<OfferRow & Record<string, unknown>>(
    `select ${COLUMNS} from offer where tenant_id = $1 and item_id = any($2) and answer is null`,
    [db.tenantId, itemIds],
    'offer_open',
  )
}

/** What became of the last offer of an item to a rep. */
export async function readLastOffer(
  db: TenantReader,
  itemId: string,
  repId: string,
): Promise<OfferRow | undefined> {
  const [row] = await db.query<OfferRow & Record<string, unknown>>(
    `select ${COLUMNS} from offer where tenant_id = $1 and item_id = $2 and rep_id = $3
     order by made_at desc, id desc limit 1`,
    [db.tenantId, itemId, repId],
    'offer_last',
  )
  return row
}

/** Open offers whose time is over, or whose rep is not among those who are there. Oldest first. */
export async function findOverdue(
  db: TenantReader,
  now: number,
  present: readonly string[],
  limit: number,
): Promise<{ itemId: string; repId: string; over: boolean }[]> {
  return db.query<{ itemId: string; repId: string; over: boolean }>(
    `select item_id as "itemId", rep_id as "repId", until <= $2 as over from offer
     where tenant_id = $1 and answer is null and (until <= $2 or rep_id <> all($3::uuid[]))
     order by until, id limit $4`,
    [db.tenantId, new Date(now), present, limit],
    'offer_overdue',
  )
}

/** How many offers each rep let go since. */
export async function countPasses(
  db: TenantReader,
  repIds: readonly string[],
  since: number,
): Promise<Map<string, number>> {
  const rows = await db.query<{ repId: string; n: number }>(
    `select rep_id as "repId", count(*) as n from offer
     where tenant_id = $1 and rep_id = any($2) and answer in ('declined', 'expired') and answered_at >= $3
     group by rep_id`,
    [db.tenantId, repIds, new Date(since)],
    'offer_passes',
  )
  return new Map(rows.map((row) => [row.repId, Number(row.n)]))
}

export interface Answered {
  readonly offerId: string
  readonly answer: OfferAnswer
  readonly reason: string | null
  readonly costsTurn: boolean
}

/** Closes open offers; each only once. */
export async function closeOffers(
  db: TenantWriter,
  now: number,
  answers: readonly Answered[],
): Promise<void> {
  await db.query(
    `update offer o set answer = a.answer, answered_at = $2, reason = a.reason, costs_turn = a.cost
     from unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[]) as a(id, answer, reason, cost)
     where o.tenant_id = $1 and o.id = a.id and o.answer is null`,
    [
      db.tenantId,
      new Date(now),
      answers.map((one) => one.offerId),
      answers.map((one) => one.answer),
      answers.map((one) => one.reason),
      answers.map((one) => one.costsTurn),
    ],
    'offer_close',
  )
}

/** Open offers over whose time the service was down since they were made or last made good. */
export async function findUncredited(db: TenantReader): Promise<(OfferRow & { creditedAt: Date | null })[]> {
  return db.query<OfferRow & { creditedAt: Date | null } & Record<string, unknown>>(
    `select ${COLUMNS}, credited_at as "creditedAt" from offer o
     where tenant_id = $1 and answer is null and exists (select 1 from service_outage s
       where s.to_at > coalesce(o.credited_at, o.made_at) and s.from_at < o.until)`,
    [db.tenantId],
    'offer_uncredited',
  )
}

export interface Extension {
  readonly id: string
  /** As it was read: who extended it meanwhile has done this already. */
  readonly was: number
  readonly until: number
}

/** Moves the ends of open offers; those that moved are returned. */
export async function extendOffers(
  db: TenantWriter,
  now: number,
  extensions: readonly Extension[],
): Promise<{ id: string; itemId: string; itemKind: string; repId: string; until: Date }[]> {
  const moved = await db.query<{
    id: string
    itemId: string
    itemKind: string
    repId: string
    until: Date
    later: boolean
  }>(
    `update offer o set until = e.until, credited_at = $2
     from unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) as e(id, was, until), work_item w
     where o.tenant_id = $1 and o.id = e.id and o.answer is null and o.until = e.was
       and w.tenant_id = o.tenant_id and w.id = o.item_id
     returning o.id, o.item_id as "itemId", w.kind as "itemKind", o.rep_id as "repId", o.until, e.until > e.was as later`,
    [
      db.tenantId,
      new Date(now),
      extensions.map((one) => one.id),
      extensions.map((one) => new Date(one.was)),
      extensions.map((one) => new Date(one.until)),
    ],
    'offer_extend',
  )
  return moved.flatMap(({ later, ...one }) => (later ? [one] : []))
}
