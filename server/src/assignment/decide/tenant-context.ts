import {
  availabilityAt,
  type CompiledPolicy,
  customPrefix,
  type Facts,
  type FieldDefinition,
  hashParts,
  learningSettings,
  type OutcomeCount,
  type PeriodBorders,
  type Policy,
  periodEnd,
  periodStart,
  type Rep,
  type RepState,
  type Roster,
  segmentRates,
  type WinModel,
} from '@peineng/engine'
import type { Customers } from '../../customers/index.ts'
import { type Learning, openModel, type StoredModel } from '../../learning/index.ts'
import type { People, WorkingTime } from '../../people/index.ts'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { Policies } from '../../policies/index.ts'
import { calibrateReps } from '../reps/calibrate-reps.ts'
import type { SentenceContext } from '../sentences/index.ts'
import { ensureRepLoads, type PeriodKeys, type RepLoadRow } from '../state/rep-load-store.ts'
import { readPrices, readPricesRevision, type StoredPrices } from './time-price-store.ts'
import { readModelCounts, readModelHash } from './win-model-store.ts'

/** Everything slow a decision depends on, kept in memory until its revision moves. */
export interface TenantContext {
  /** How sentences call people, and whose clock they read. */
  readonly words: SentenceContext
  readonly policy: CompiledPolicy
  readonly policyVersion: number
  /** What the policy was compiled against, besides the built-in fields. */
  readonly customFields: readonly FieldDefinition[]
  readonly roster: Roster
  readonly repById: ReadonlyMap<string, Rep>
  readonly working: readonly WorkingTime[]
  readonly winModel: WinModel
  /** How often the kind of a lead was won, percent; null where no rule or parameter reads it or little is known. */
  readonly segmentRate: (facts: Facts) => number | null
  /** The model as it is stored under its version. */
  readonly storedModel: StoredModel
  readonly timeZone: string
  /** What time cost after the last plan; null = nobody planned. */
  readonly prices: StoredPrices | null
  readonly revisions: Revisions
}

interface Revisions {
  readonly roster: number
  readonly policy: number
  readonly fields: number
  /** Rates and what is learned, both. */
  readonly model: string
  readonly prices: string
}

export interface ContextSources {
  readonly people: People
  readonly customers: Customers
  readonly policies: Policies
  readonly learning: Learning
}

/** Contexts of the tenants this process serves; each check costs one small statement per source. */
export function createContextCache(
  sources: ContextSources,
  /** Looks who is gone and who is back whenever the roster moved: before anything is decided with the new one. */
  noteAbsences: (db: TenantWriter, context: TenantContext, now: number) => Promise<unknown>,
): (db: TenantWriter, now: number) => Promise<TenantContext> {
  const cache = new Map<string, TenantContext>()
  return async (db, now) => {
    const known = cache.get(db.tenantId)
    const revisions = await revisionsOf(db, sources)
    if (known !== undefined && sameRevisions(known.revisions, revisions)) return known
    const counts = await readModelCounts(db, await readModelHash(db))
    const context = await loadContext(db, sources, revisions, counts)
    const keys = periodKeys(now, context.timeZone)
    const joined = await ensureRepLoads(
      db,
      keys,
      context.roster.reps.map((rep) => rep.id),
    )
    await calibrateReps(db, context, ledgerPeriod(context, keys), joined)
    await noteAbsences(db, context, now)
    await keepVersions(db, context, now)
    // Rows and versions were written just now; if they are rolled back, the next transaction has to write them again.
    db.afterCommit(() => cache.set(db.tenantId, context))
    return context
  }
}

async function revisionsOf(db: TenantReader, sources: ContextSources): Promise<Revisions> {
  const [policy, roster, fields, model, learned, prices] = await Promise.all([
    sources.policies.currentVersion(db),
    sources.people.rosterRevision(db),
    sources.customers.fieldsRevision(db),
    readModelHash(db),
    sources.learning.revision(db),
    readPricesRevision(db),
  ])
  return { policy, roster, fields, model: `${model}|${learned}`, prices }
}

const sameRevisions = (a: Revisions, b: Revisions): boolean =>
  a.policy === b.policy &&
  a.roster === b.roster &&
  a.fields === b.fields &&
  a.model === b.model &&
  a.prices === b.prices

async function loadContext(
  db: TenantReader,
  sources: ContextSources,
  revisions: Revisions,
  counts: readonly OutcomeCount[],
): Promise<TenantContext> {
  const published = await sources.policies.current(db)
  const catalogue = await sources.customers.fieldCatalogue(db)
  const customFields = catalogue.fields.filter((field) => field.key.startsWith(customPrefix))
  const people = await sources.people.loadRoster(db)
  const reps = [...people.reps].sort((a, b) => (a.id < b.id ? -1 : 1))
  const storedModel = await sources.learning.modelInForce(db, learningSettings(published.policy), counts)
  const roster: Roster = { version: hashOf(JSON.stringify(reps)), reps }
  const repById = new Map(reps.map((rep) => [rep.id, rep]))
  return {
    words: { nameOf: (id) => repById.get(id)?.name ?? id, timeZone: published.policy.timeZone },
    policy: sources.policies.compile(published.policy, customFields),
    customFields,
    policyVersion: published.version,
    roster,
    repById,
    working: people.working,
    winModel: openModel(storedModel),
    segmentRate: readsHistory(published.policy) ? segmentRates(counts) : () => null,
    storedModel,
    timeZone: published.policy.timeZone,
    prices: await readPrices(db),
    revisions,
  }
}

/** A fact nobody reads is not stored with every lead. */
const readsHistory = (policy: Policy): boolean =>
  policy.scoring.priority !== undefined || JSON.stringify(policy).includes('"segmentWinRate"')

/** 16 hex digits; the engine's own hash, so that a roster has one name wherever it is read. */
function hashOf(text: string): string {
  return [1, 2].map((seed) => hashParts([text], seed).toString(16).padStart(8, '0')).join('')
}

/** What decisions will name by hash has to be there for as long as they are. */
async function keepVersions(db: TenantWriter, context: TenantContext, now: number): Promise<void> {
  await db.query(
    `insert into roster_version (tenant_id, hash, document, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [db.tenantId, context.roster.version, JSON.stringify(context.roster.reps), new Date(now)],
  )
  await db.query(
    `insert into win_model_version (tenant_id, hash, document, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [db.tenantId, context.winModel.version, JSON.stringify(context.storedModel), new Date(now)],
  )
  await db.query(
    `insert into policy_compilation (tenant_id, hash, policy_version, fields, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [
      db.tenantId,
      context.policy.hash,
      context.policyVersion,
      JSON.stringify(context.customFields),
      new Date(now),
    ],
  )
}

const dateText = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

let lastKeys: { key: string; until: number; from: number; keys: PeriodKeys } | undefined

/** Day, week and month of the company at an instant. Memoised within the day, because Intl is slow. */
export function periodKeys(now: number, timeZone: string): PeriodKeys {
  if (lastKeys !== undefined && lastKeys.key === timeZone && lastKeys.from <= now && now < lastKeys.until)
    return lastKeys.keys
  const from = periodStart('day', now, timeZone)
  const keys = {
    day: dateText(from, timeZone),
    week: dateText(periodStart('week', now, timeZone), timeZone),
    month: dateText(periodStart('month', now, timeZone), timeZone),
  }
  lastKeys = { key: timeZone, from, until: periodEnd('day', now, timeZone), keys }
  return keys
}

export function periodBorders(now: number, timeZone: string): PeriodBorders {
  return {
    dayEndsAt: periodEnd('day', now, timeZone),
    weekEndsAt: periodEnd('week', now, timeZone),
    monthEndsAt: periodEnd('month', now, timeZone),
  }
}

/** The period of the fairness ledger, as its key. */
export function ledgerPeriod(context: TenantContext, keys: PeriodKeys): string {
  const { period } = context.policy.policy.fairness
  return period === 'none' ? 'all' : period === 'week' ? keys.week : keys.month
}

type Duty = Pick<RepState, 'availability' | 'availableAt'>
const duties = new WeakMap<TenantContext, { minute: number; byRep: ReadonlyMap<string, Duty> }>()

/** Who is on duty now. Looked up once a minute per tenant: calendars turn on minutes, and time zones are slow. */
function dutiesAt(context: TenantContext, now: number): ReadonlyMap<string, Duty> {
  const minute = Math.floor(now / 60_000)
  const known = duties.get(context)
  if (known?.minute === minute) return known.byRep
  const byRep = new Map(context.working.map((working) => [working.repId, dutyOf(working, now)]))
  duties.set(context, { minute, byRep })
  return byRep
}

/** Moving parts of every rep now, in roster order. */
export function repStates(context: TenantContext, loads: readonly RepLoadRow[], now: number): RepState[] {
  const loadOf = new Map(loads.map((row) => [row.repId, row]))
  const dutyOfRep = dutiesAt(context, now)
  return context.roster.reps.map((rep) =>
    stateOf(rep.id, loadOf.get(rep.id), dutyOfRep.get(rep.id) ?? { availability: 'on_duty' }),
  )
}

/** One rep's state out of their row. */
export function stateOf(repId: string, row: RepLoadRow | undefined, duty: Duty): RepState {
  return {
    repId,
    ...duty,
    gauges: {
      load_index: row?.load ?? 0,
      open_items: row?.openItems ?? 0,
      key_projects: row?.keyProjects ?? 0,
      concurrent_opportunities: row?.opportunities ?? 0,
      high_intent_today: row?.highIntentToday ?? 0,
      followed_this_month: row?.followedMonth ?? 0,
      current_customers: row?.customers ?? 0,
    },
    receivedToday: row?.receivedToday ?? 0,
    receivedThisWeek: row?.receivedWeek ?? 0,
    receivedThisMonth: row?.receivedMonth ?? 0,
    unfollowedPermille: row?.unfollowedPermille ?? 0,
    ...(row?.trendPermille == null ? {} : { trendPermille: row.trendPermille }),
  }
}

function dutyOf(working: WorkingTime, now: number): Duty {
  if (working.status !== 'active') return { availability: working.status }
  return availabilityAt(working.schedule, now)
}
