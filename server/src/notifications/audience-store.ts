import type { TenantReader } from '../platform/database/index.ts'
import type { PersonalChannel } from './kinds.ts'
import type { Message } from './messages-of.ts'

/** A person who can be told something, and how they want it. */
export interface Listener extends Record<string, unknown> {
  readonly memberId: string
  readonly repId: string | null
  readonly email: string
  readonly timeZone: string
  readonly kinds: Readonly<Record<string, readonly PersonalChannel[]>>
  readonly quietFrom: string | null
  readonly quietUntil: string | null
  readonly digestAt: string | null
  readonly pushIds: readonly string[]
}

const LISTENER = `select m.id as "memberId", m.rep_id as "repId", m.email,
    coalesce(r.time_zone, t.time_zone) as "timeZone", coalesce(p.kinds, '{}') as kinds,
    p.quiet_from as "quietFrom", p.quiet_until as "quietUntil", p.digest_at as "digestAt",
    coalesce((select array_agg(s.id) from push_subscription s where s.tenant_id = m.tenant_id and s.member_id = m.id), '{}')
      as "pushIds"
  from member m
  join tenant t on t.id = m.tenant_id
  left join rep r on r.tenant_id = m.tenant_id and r.id = m.rep_id
  left join notification_preference p on p.tenant_id = m.tenant_id and p.member_id = m.id`

/** Whoever leads: the nearest leader above a rep; where nobody leads the team, those who lead everything. */
const LEADERS = ['team_lead', 'region_manager']
const EVERYTHING = ['director', 'sales_ops', 'admin', 'owner']

interface Leading {
  /** Rep → members who lead them; `*` = those who lead everything. */
  readonly of: ReadonlyMap<string, readonly string[]>
}

/** Two or three statements for any number of messages. */
export async function readAudience(
  db: TenantReader,
  messages: readonly Message[],
): Promise<ReadonlyMap<Message, readonly Listener[]>> {
  const leading = await readLeaders(db, [...new Set(messages.flatMap((message) => message.managersOf))])
  const wantedOf = (message: Message): ReadonlySet<string> =>
    new Set([...message.memberIds, ...message.managersOf.flatMap((repId) => leading.of.get(repId) ?? [])])
  const everybody = messages.some((message) => message.everybody)
  const listeners = await db.query<Listener>(
    `${LISTENER} where m.tenant_id = $1 and m.status = 'active'
       and ($2 or m.rep_id = any($3::uuid[]) or m.id = any($4::uuid[])) order by m.id`,
    [
      db.tenantId,
      everybody,
      messages.flatMap((message) => [...message.repIds]),
      messages.flatMap((message) => [...wantedOf(message)]),
    ],
    'notice_listeners',
  )
  const byRep = new Map(listeners.map((listener) => [listener.repId, listener]))
  const byMember = new Map(listeners.map((listener) => [listener.memberId, listener]))
  const heard = new Map<Message, readonly Listener[]>()
  for (const message of messages) {
    const found = message.everybody
      ? listeners
      : [
          ...message.repIds.flatMap((id) => byRep.get(id) ?? []),
          ...[...wantedOf(message)].flatMap((id) => byMember.get(id) ?? []),
        ]
    // Nobody is told what they did themselves; a file that is done is the exception: it was waited for.
    const actor = message.kind === 'import_finished' ? null : message.event.actorId
    heard.set(
      message,
      [...new Set(found)].filter((listener) => listener.memberId !== actor),
    )
  }
  return heard
}

async function readLeaders(db: TenantReader, repIds: readonly string[]): Promise<Leading> {
  if (repIds.length === 0) return { of: new Map() }
  const rows = await db.query<{ rep_id: string; member_id: string; depth: number }>(
    `with recursive up(rep_id, team_id, depth) as (
       select id, team_id, 0 from rep where tenant_id = $1 and id::text = any($2::text[]) and team_id is not null
       union all
       select up.rep_id, t.parent_id, up.depth + 1 from up join team t on t.tenant_id = $1 and t.id = up.team_id
       where t.parent_id is not null and up.depth < 20
     )
     select up.rep_id, m.id as member_id, up.depth from up
     join member m on m.tenant_id = $1 and m.team_id = up.team_id and m.status = 'active' and m.role = any($3::text[])
     where m.rep_id is distinct from up.rep_id
     order by up.rep_id, up.depth, m.id`,
    [db.tenantId, repIds, LEADERS],
    'notice_leaders',
  )
  const of = new Map<string, readonly string[]>()
  const depths = new Map<string, number>()
  for (const row of rows) {
    if ((depths.get(row.rep_id) ?? row.depth) < row.depth) continue
    depths.set(row.rep_id, row.depth)
    of.set(row.rep_id, [...(of.get(row.rep_id) ?? []), row.member_id])
  }
  const unled = repIds.filter((id) => !of.has(id))
  if (unled.length === 0) return { of }
  // The first of these roles that anybody has.
  const top = await db.query<{ id: string; role: string }>(
    `select id, role from member where tenant_id = $1 and status = 'active' and role = any($2::text[]) order by id`,
    [db.tenantId, EVERYTHING],
    'notice_top',
  )
  const role = EVERYTHING.find((name) => top.some((row) => row.role === name))
  const leaders = top.filter((row) => row.role === role).map((row) => row.id)
  for (const id of unled) of.set(id, leaders)
  return { of }
}

/** The reps of robots' teams: a group hears of its own. */
export async function repsUnderTeams(
  db: TenantReader,
  teamIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (teamIds.length === 0) return new Map()
  const rows = await db.query<{ root: string; rep_id: string }>(
    `with recursive under(root, id) as (
       select id, id from team where tenant_id = $1 and id = any($2::uuid[])
       union
       select under.root, t.id from team t join under on t.parent_id = under.id where t.tenant_id = $1
     ) select under.root, r.id as rep_id from under join rep r on r.tenant_id = $1 and r.team_id = under.id`,
    [db.tenantId, teamIds],
    'notice_team_reps',
  )
  const under = new Map<string, Set<string>>()
  for (const row of rows) under.set(row.root, (under.get(row.root) ?? new Set()).add(row.rep_id))
  return under
}
