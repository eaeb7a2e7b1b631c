import { randomBytes } from 'node:crypto'
import { type RandomStream, stream } from '@peineng/engine'
import { acceptItem, closeItem, logActivity, overrideOwner, releaseItem } from '../assignment/index.ts'
import { composeSlices, type Slices } from '../compose.ts'
import { createLead } from '../intake/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { COMPANY, pick } from './cast.ts'
import { leaveHandovers, settleHandovers } from './handovers.ts'
import { closeHistory, learn } from './history.ts'
import { demoLead, winPercent } from './leads.ts'
import { askAndOverload, giveToFirst, stillOwned } from './live-clocks.ts'
import { demoNote } from './notes.ts'
import { hearNotices, readNotices } from './notices.ts'
import { askBeforeGiving, offerSome } from './offers.ts'
import { askForPlans } from './plans.ts'
import { liveInPools, openPools } from './pools.ts'
import { openBook } from './records.ts'
import { type DemoLogin, type DemoRep, hireStaff, openAccounts } from './staff.ts'
import { dispatchTasks } from './tasks.ts'
import { rememberDays } from './worked-days.ts'

export interface Demo {
  readonly tenantId: string
  readonly slug: string
  readonly password: string
  readonly logins: readonly DemoLogin[]
}

/** Printed at every start on loopback; anywhere else a random one is used. */
export const DEMO_PASSWORD = 'peineng-demo'

const DAY = 86_400_000
const LIVE_DAYS = 12
const LEADS_A_DAY = 14
/** The last days in which customers come back into the pools. */
const POOL_DAYS = 5

/**
 * A company one can look around in: six months of closed work to learn from, then two weeks lived through the real use
 * cases on a clock of their own, so every owner has a decision that replays. Seeded: always the same people and leads.
 */
export async function createDemo(
  platform: Platform,
  options: { readonly randomPassword: boolean },
): Promise<Demo> {
  const password = options.randomPassword ? randomBytes(9).toString('base64url') : DEMO_PASSWORD
  const today = platform.clock.now()
  let now = today - (LIVE_DAYS + 1) * DAY
  const slices = composeSlices({ ...platform, clock: { now: () => now } })
  const { tenantId, slug } = await slices.identity.createTenant({ ...COMPANY, isDemo: true })
  const reps = await platform.database.write(tenantId, (db) => hireStaff(slices, db, now))
  await askBeforeGiving({ platform, slices, tenantId, reps, caller: asOwner(tenantId) }, now)
  const logins = await openAccounts(slices, tenantId, reps, password)
  await closeHistory(platform, slices, tenantId, reps, now)
  await rememberDays(platform, tenantId, reps, today)
  const random = stream(7)
  const live: Live = {
    platform,
    slices,
    tenantId,
    reps,
    random,
    notes: stream(11),
    leads: [],
    ownerOf: new Map(),
  }
  for (let day = 0; day < LIVE_DAYS; day++) {
    now = today - (LIVE_DAYS - day) * DAY
    await sweep(slices, 'exploration-budgets')
    await receive(live, day, now)
    await slices.followup.catchUp(tenantId)
    if (day === LIVE_DAYS - 2) await giveToFirst(live, live.leads, now)
    now += 2 * 3_600_000
    live.leads.splice(0, live.leads.length, ...(await stillOwned(live, live.leads)))
    await settleHandovers(live, now)
    await work(live, now)
    if (day >= LIVE_DAYS - POOL_DAYS)
      await platform.database.write(tenantId, async (db) => {
        if (day === LIVE_DAYS - POOL_DAYS) await openPools(slices, db, asOwner(tenantId), now)
        await liveInPools(slices, db, asOwner(tenantId), now, live)
      })
    // Reminders and recalls of the afternoon and the night.
    now += 12 * 3_600_000
    await slices.followup.catchUp(tenantId)
    await hearNotices(slices)
  }
  const at = (moment: number): void => {
    now = moment
  }
  await openBook({ platform, slices, tenantId, reps, caller: asOwner(tenantId), at }, today)
  now = today
  await dispatchTasks({ platform, slices, tenantId, reps, random: stream(13) }, today)
  await settleHandovers(live, now)
  await askAndOverload(live, live.leads, now)
  await leaveHandovers(live, live.leads, now)
  await offerSome({ platform, slices, tenantId, reps, caller: asOwner(tenantId) }, today, at)
  await slices.assignment.drained()
  await askForPlans(platform, slices, tenantId, reps, random, now)
  await sweep(slices, 'subscription:learn-outcomes')
  await learn(platform, slices, tenantId, now, 'capability')
  await hearNotices(slices)
  await readNotices(platform, tenantId, today)
  return { tenantId, slug, password, logins }
}

/** Nobody in particular, with the owner's rights. */
function asOwner(tenantId: string): Caller {
  return {
    principal: { kind: 'member', id: tenantId, tenantId, role: 'owner', repId: null, teamId: null },
    reach: 'tenant',
  }
}

async function sweep(slices: Slices, name: string): Promise<void> {
  await slices.sweeps.find((one) => one.name === name)?.run(new AbortController().signal)
}

interface Live {
  readonly platform: Platform
  readonly slices: Slices
  readonly tenantId: string
  readonly reps: readonly DemoRep[]
  readonly random: RandomStream
  readonly notes: RandomStream
  readonly leads: string[]
  /** Who had a lead at first. */
  readonly ownerOf: Map<string, string>
}

/** A day's enquiries, some of them from where nobody sells: those wait, with the reason. */
async function receive(
  { slices, tenantId, random, leads, ownerOf }: Live,
  day: number,
  now: number,
): Promise<void> {
  const inputs = Array.from({ length: LEADS_A_DAY }, (_, i) => demoLead(random, day * LEADS_A_DAY + i))
  if (day % 4 === 3) inputs.push({ ...demoLead(random, 9000 + day), region: '西北/新疆' })
  const answers = await Promise.all(
    inputs.map((input) =>
      createLead(slices.assignment, tenantId, now, {
        input,
        intake: 'form',
        actorId: tenantId,
        createdBy: null,
        claim: null,
        language: 'zh-CN',
      }),
    ),
  )
  for (const answer of answers) {
    const { id, owner } = answer.body as { id: string; owner: { id: string } | null }
    if (owner === null) continue
    leads.push(id)
    ownerOf.set(id, owner.id)
  }
}

interface Standing extends Record<string, unknown> {
  readonly id: string
  readonly ownerId: string | null
  readonly industry: string | null
  readonly source: string | null
  readonly intent: string | null
}

/** Who has what, and what is known of it: how a deal ends follows from both. */
async function standingOf(db: TenantReader, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db.query<Standing>(
    `select l.id, o.owner_id as "ownerId", l.industry, l.source, l.facts->>'intent' as intent
     from lead l join item_ownership o on o.tenant_id = l.tenant_id and o.item_id = l.id
     where l.tenant_id = $1 and l.id = any($2::uuid[])`,
    [db.tenantId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What people did that day: calls with a next step, acceptances, a hand-back, a manager's change, ends. */
async function work(
  { platform, slices, tenantId, reps, random, notes, leads, ownerOf }: Live,
  now: number,
): Promise<void> {
  const caller = asOwner(tenantId)
  const { services } = slices.assignment
  // One of twenty writes the same sentence everywhere: what the log is read for.
  const copier = reps[3]?.id
  // A day in one transaction: a thousand commits of their own would make the first start wait for the disk.
  await platform.database.write(tenantId, async (db) => {
    const standing = await standingOf(db, leads)
    for (const [place, id] of [...leads].entries()) {
      const step = random.nextInt(10)
      // What came in lately is followed up by most, not by all: the others meet their clocks.
      const followed = place >= leads.length - 2 * LEADS_A_DAY ? 6 : 3
      if (step < followed) {
        await acceptItem(db, services, caller, now, id)
        await logActivity(db, services, caller, now, 'lead', id, {
          at: now,
          ...demoNote(notes, ownerOf.get(id) === copier),
          nextStepAt: now + (1 + random.nextInt(12)) * DAY,
        })
      } else if (step === 9 || place < leads.length - 60) {
        const own = standing.get(id)
        const owner = reps.find((rep) => rep.id === own?.ownerId)
        const chance = own && owner ? winPercent(owner, own) : 0
        const draw = random.nextInt(100)
        const outcome = random.nextInt(4) === 0 ? 'invalid' : draw < chance ? 'won' : 'lost'
        await closeItem(db, services, caller, now, id, { outcome, reason: null, amountMinor: null })
        leads.splice(leads.indexOf(id), 1)
      } else if (step === 8 && random.nextInt(8) === 0) {
        await releaseItem(db, services, caller, now, id, '客户不在我的产品范围')
      } else if (step === 7 && random.nextInt(8) === 0) {
        const to = pick(random, reps)
        await overrideOwner(db, services, caller, now, id, to.id, '客户指定对接人').catch(alreadyTheirs)
      }
    }
  })
}

/** The drawn rep may own it already: then there is nothing to change. */
function alreadyTheirs(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'ALREADY_OWNED') throw error
}
