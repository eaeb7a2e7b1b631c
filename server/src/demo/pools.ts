import type { RandomStream } from '@peineng/engine'
import type { Slices } from '../compose.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import type { ReleaseReason } from '../pools/index.ts'
import { pick } from './cast.ts'

export const HOME_POOL = 'huadong'
const EVERYWHERE = 'national'
const SEALED = 'grab'

/** Three pools: one for a region, one for everything else, one whose customers are drawn in sealed windows. */
export async function openPools(
  slices: Slices,
  db: TenantWriter,
  caller: Caller,
  now: number,
): Promise<void> {
  const { pools } = slices
  const actor = caller.principal
  // Whom unclaimed records are reported to, and who sees them unmasked.
  const [leader, office] = await Promise.all([memberNamed(db, '赵磊'), memberNamed(db, '陈静')])
  await pools.create(db, actor, now, {
    id: HOME_POOL,
    name: '华东公海',
    position: 1,
    regions: ['华东'],
    coolDownDays: 3,
    members: { managerIds: [...leader, ...office] },
  })
  await pools.create(db, actor, now, {
    id: EVERYWHERE,
    name: '全国公海',
    position: 2,
    members: { managerIds: office },
  })
  await pools.create(db, actor, now, {
    id: SEALED,
    name: '重点客户抢单',
    position: 3,
    takesRecalled: false,
    mode: 'sealed',
    windowSeconds: 60,
    mustMatch: false,
    members: { managerIds: office },
  })
}

async function memberNamed(db: TenantWriter, name: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'select member_id as id from member_name where tenant_id = $1 and name = $2',
    [db.tenantId, name],
  )
  return rows.map((row) => row.id)
}

const WHY: readonly ReleaseReason[] = ['unreachable', 'no_budget', 'not_my_field', 'low_value', 'too_busy']

/** A day in the pools: what nobody followed is called back, some give up with a reason, others take their chance. */
export async function liveInPools(
  slices: Slices,
  db: TenantWriter,
  caller: Caller,
  now: number,
  world: {
    readonly leads: string[]
    readonly reps: readonly { readonly id: string; readonly region: string }[]
    random: RandomStream
  },
): Promise<void> {
  const { pools } = slices
  const { leads, random } = world
  // The rep one can sign in as keeps what they have: their screens are about it.
  const givable = await ownedByOthers(db, leads, world.reps[0]?.id ?? '')
  const take = (count: number): Owned[] =>
    Array.from({ length: Math.min(count, givable.length) }, () =>
      givable.splice(random.nextInt(givable.length), 1),
    ).flat()
  const gone = new Set<string>()
  // One a day from a colleague of theirs: their own region's pool is never empty.
  const [first] = world.reps
  const colleagues = new Set(world.reps.filter((rep) => rep.region === first?.region).map((rep) => rep.id))
  const near = givable.findIndex(({ ownerId }) => colleagues.has(ownerId))
  const neighbour = near < 0 ? [] : givable.splice(near, 1)
  await pools.recall(
    db,
    now,
    [...take(4), ...neighbour].map(({ id }) => {
      gone.add(id)
      return { itemId: id, cause: 'no_follow_up', note: null }
    }),
  )
  for (const poolId of [EVERYWHERE, SEALED, SEALED])
    for (const { id, ownerId } of take(1)) {
      const as: Caller = { principal: { ...caller.principal, role: 'rep', repId: ownerId }, reach: 'own' }
      const reason = pick(random, WHY)
      await pools.release(db, as, now, { itemIds: [id], poolId, reason, note: null })
      gone.add(id)
    }
  leads.splice(0, leads.length, ...leads.filter((id) => !gone.has(id)))
  for (let i = 0; i < 2; i++) {
    const rep = pick(random, world.reps)
    const [item] = await pools.bestFor(db, now, EVERYWHERE, rep.id)
    if (item === undefined) continue
    await pools.claim(db, now, { itemId: item, repId: rep.id, actorId: null }).catch(refusedByRule)
    leads.push(item)
  }
}

interface Owned extends Record<string, unknown> {
  readonly id: string
  readonly ownerId: string
}

function ownedByOthers(db: TenantWriter, ids: readonly string[], notBy: string): Promise<Owned[]> {
  return db.query<Owned>(
    `select item_id as id, owner_id as "ownerId" from item_ownership
     where tenant_id = $1 and item_id = any($2::uuid[]) and state = 'owned' and owner_id <> $3 order by item_id`,
    [db.tenantId, ids, notBy],
  )
}

/** The rules of a pool say no at times: then it stays where it is. */
function refusedByRule(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error
}
