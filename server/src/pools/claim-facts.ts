import type { BacklogFacts, ClaimFacts } from '@peineng/engine'
import { dayStart, periodKeys, readStays, type StayRow, type TenantContext } from '../assignment/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { isMember, type PoolMembers } from './members.ts'
import { readDay } from './pool-day-store.ts'
import type { PoolRow } from './pool-store.ts'
import type { PoolServices } from './services.ts'

/** What is true of one person in one pool now; read under their lock where it decides. */
export interface PersonFacts {
  readonly repId: string
  readonly member: boolean
  readonly claimedToday: number
  readonly viewedToday: number
  readonly holding: number
  readonly backlog: BacklogFacts | null
}

export async function personFacts(
  db: TenantReader,
  context: TenantContext,
  now: number,
  pool: PoolRow,
  members: PoolMembers,
  repId: string,
): Promise<PersonFacts> {
  const day = await readDay(db, pool.id, repId, periodKeys(now, context.timeZone).day)
  return {
    repId,
    member: isMember(members, context.repById.get(repId)),
    claimedToday: day.claims,
    viewedToday: day.views,
    holding: await holdingOf(db, repId, pool.holdingExcludedTags),
    backlog: await backlogOf(db, context, now, pool, members, day.backlog),
  }
}

/** Open records somebody holds; won customers and strategic ones are left out. */
async function holdingOf(db: TenantReader, repId: string, excludedTags: readonly string[]): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::int as n from item_ownership o
     left join lead l on o.kind = 'lead' and l.tenant_id = $1 and l.id = o.item_id
     left join account a on o.kind = 'account' and a.tenant_id = $1 and a.id = o.item_id
     left join opportunity p on o.kind = 'opportunity' and p.tenant_id = $1 and p.id = o.item_id
     where o.tenant_id = $1 and o.owner_id = $2 and o.state = 'owned' and o.kind <> 'task'
       and not coalesce(l.tags, a.tags, p.tags, '{}') && $3::text[]
       and not (o.kind = 'account' and exists (
         select 1 from opportunity w where w.tenant_id = $1 and w.account_id = o.item_id and w.outcome = 'won'))`,
    [db.tenantId, repId, excludedTags],
    'pool_holding',
  )
  return row?.n ?? 0
}

/** What lay there when the working day began; null where it did not begin (a day off) or the pool does not smooth. */
async function backlogOf(
  db: TenantReader,
  context: TenantContext,
  now: number,
  pool: PoolRow,
  members: PoolMembers,
  taken: number,
): Promise<BacklogFacts | null> {
  if (pool.backlogMinutes === 0) return null
  const people = context.working.filter(({ repId }) => isMember(members, context.repById.get(repId)))
  const dayStartedAt = dayStart(context, people, now)
  if (dayStartedAt === null || now >= dayStartedAt + pool.backlogMinutes * 60_000) return null
  const [row] = await db.query<{ lying: number; gone: number }>(
    `select (select count(*)::int from pool_stay where tenant_id = $1 and pool_id = $2 and left_at is null
               and entered_at < $3) as lying,
       (select coalesce(sum(backlog), 0)::int from pool_day where tenant_id = $1 and pool_id = $2 and day = $4::date) as gone`,
    [db.tenantId, pool.id, new Date(dayStartedAt), periodKeys(now, context.timeZone).day],
    'pool_backlog',
  )
  return { dayStartedAt, size: (row?.lying ?? 0) + (row?.gone ?? 0), members: people.length, taken }
}

/** What the claim rules are told of each record; `person` as read above. */
export async function itemFacts(
  db: TenantWriter,
  { assignment }: Pick<PoolServices, 'assignment'>,
  now: number,
  person: PersonFacts,
  itemIds: readonly string[],
): Promise<
  Map<string, { readonly facts: ClaimFacts; readonly match: number; readonly stay: StayRow | null }>
> {
  const stays = new Map((await readStays(db, itemIds)).map((stay) => [stay.itemId, stay]))
  const lost = await lostAt(db, person.repId, itemIds)
  const matches = await assignment.match(db, now, person.repId, itemIds)
  return new Map(
    itemIds.map((id) => {
      const stay = stays.get(id) ?? null
      const match = matches.get(id)
      return [
        id,
        {
          stay,
          match: match?.total ?? 0,
          facts: {
            now,
            member: person.member,
            pooledAt: stay?.enteredAt.getTime() ?? 0,
            lostAt: lost.get(id) ?? null,
            claimedToday: person.claimedToday,
            holding: person.holding,
            excludedBy: match?.excludedBy ?? null,
            backlog: person.backlog,
          },
        },
      ]
    }),
  )
}

async function lostAt(
  db: TenantReader,
  repId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ id: string; at: Date }>(
    `select item_id as id, max(at) as at from ownership_history
     where tenant_id = $1 and item_id = any($2::uuid[]) and from_owner_id = $3 and to_owner_id is distinct from $3
     group by item_id`,
    [db.tenantId, itemIds, repId],
    'pool_lost_at',
  )
  return new Map(rows.map((row) => [row.id, row.at.getTime()]))
}
