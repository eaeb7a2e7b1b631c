import { activityPolicyOf, learningSettings, type Reason } from '@peineng/engine'
import {
  type Adoption,
  type Assignment,
  assessFacts,
  assignmentRoutes,
  createAssignment,
  readArrivalFacts,
  renderReason,
} from './assignment/index.ts'
import {
  type Customers,
  createCustomers,
  customerRoutes,
  type LeadAssessment,
  type PlacedItem,
} from './customers/index.ts'
import { createFollowup, type Followup, followupRoutes } from './followup/index.ts'
import { createHandovers, type Handovers, handoverRoutes } from './handover/index.ts'
import { createIdentity, type Identity } from './identity/index.ts'
import { identityRoutes } from './identity/routes.ts'
import { createIntake, formRoutes, type Intake, importRoutes, intakeRoutes } from './intake/index.ts'
import { createIntegrations, type Integrations, integrationRoutes } from './integrations/index.ts'
import {
  capabilityData,
  capabilityRoutes,
  createLearning,
  type Learning,
  modelRoutes,
} from './learning/index.ts'
import {
  createNotifications,
  type Notifications,
  noticeData,
  noticeTraces,
  notificationRoutes,
} from './notifications/index.ts'
import { createPeople, type People, peopleRoutes } from './people/index.ts'
import type { Platform, Sweep } from './platform/context.ts'
import { deliverySweep } from './platform/deliveries/index.ts'
import { type App, createApp } from './platform/http/index.ts'
import { housekeepingSweep } from './platform/jobs/housekeeping.ts'
import { liveRoutes } from './platform/live/index.ts'
import { createOutbound } from './platform/outbound/index.ts'
import { packageVersion } from './platform/package-root.ts'
import { createPolicies, type Policies, policyRoutes } from './policies/index.ts'
import { claimRoutes, createPools, type Pools, poolRoutes, standingRoutes } from './pools/index.ts'
import { createTasks, type Tasks, taskRoutes } from './tasks/index.ts'

/** All slices, each handed what stands below it. The one place besides the command line that knows everything. */
export interface Slices {
  readonly identity: Identity
  readonly notifications: Notifications
  readonly integrations: Integrations
  readonly people: People
  readonly customers: Customers
  readonly policies: Policies
  readonly learning: Learning
  readonly assignment: Assignment
  readonly intake: Intake
  readonly handovers: Handovers
  readonly tasks: Tasks
  readonly pools: Pools
  readonly followup: Followup
  readonly sweeps: readonly Sweep[]
}

export interface ComposeOptions {
  readonly mailFrom?: string
  /** Hosts, addresses and networks that robots and webhooks may have although they are not public. */
  readonly privateTargets?: readonly string[]
}

export function composeSlices(platform: Platform, options: ComposeOptions = {}): Slices {
  const outbound = createOutbound({ allowed: options.privateTargets ?? [] })
  const notifications = createNotifications(platform, {
    outbound,
    ...(options.mailFrom === undefined ? {} : { mailFrom: options.mailFrom }),
  })
  const integrations = createIntegrations(platform, { outbound })
  const policies = createPolicies(platform)
  const people = createPeople({
    companyCapacity: async (db) => {
      const { policy } = await policies.current(db)
      const followsDays = learningSettings(policy).capability.highIntentLimit === 'personal'
      return { gauges: policy.gauges, followsDays }
    },
  })
  const identity = createIdentity(platform, {
    founders: [(db, now) => policies.publishFirst(db, now), people.foundCompany],
    personalData: [people.personalData, capabilityData, noticeData],
    companyListeners: [(db) => people.bumpRoster(db)],
    ...(options.mailFrom === undefined ? {} : { mailFrom: options.mailFrom }),
  })
  const customers = createCustomers(platform, people, {
    // Codes and parameters in rows were written by the engine, so they are the engine's.
    reasonText: (code, params, language) =>
      renderReason({ code: code as Reason['code'], params: params as Reason['params'] }, language),
  })
  const learning = createLearning(platform, { people, customers, policies })
  const assignment = createAssignment(platform, { people, customers, policies, learning })
  assignment.tracesIn(noticeTraces)
  learning.arrivalFactsFrom(readArrivalFacts)
  // What lies above customers is handed down here: an edit is understood by the policy, a new item gets its place.
  customers.assessWith(async (db, facts, now) => assessFacts(await assignment.contextOf(db, now), facts))
  customers.weighWith({
    lock: (db, itemId) => assignment.lockItems(db, [itemId]),
    reweigh: (db, itemId, now) => assignment.reweigh(db, now, itemId),
  })
  customers.activitiesBy(async (db) => activityPolicyOf((await policies.current(db)).policy))
  customers.placeWith(async (db, items, actorId, now) => {
    const context = await assignment.contextOf(db, now)
    const adoptions = items.map((item) => adoptionOf(assessFacts(context, item.facts), item, actorId))
    await assignment.adopt(db, now, adoptions)
  })
  const intake = createIntake(platform, assignment)
  const handovers = createHandovers({ platform, people, customers, policies, assignment })
  const pools = createPools({ platform, people, customers, assignment }, identity.gatekeeper.reachOf)
  intake.poolsKnownBy((db, poolId) => pools.isThere(db, poolId))
  const tasks = createTasks({ platform, people, customers, assignment, policies })
  const followup = createFollowup({ platform, people, customers, assignment, pools })
  customers.watchViewsWith((tenantId, view) =>
    platform.database.write(tenantId, (db) => pools.noteView(db, platform.clock.now(), view)),
  )
  return {
    identity,
    notifications,
    integrations,
    people,
    customers,
    policies,
    learning,
    assignment,
    intake,
    handovers,
    tasks,
    pools,
    followup,
    sweeps: [
      ...identity.sweeps,
      ...learning.sweeps,
      ...notifications.sweeps,
      ...integrations.sweeps,
      deliverySweep(platform, [...notifications.senders, ...integrations.senders]),
      ...assignment.sweeps,
      ...intake.sweeps,
      ...handovers.sweeps,
      ...pools.sweeps,
      ...tasks.sweeps,
      ...followup.sweeps,
      housekeepingSweep(platform),
    ],
  }
}

function adoptionOf(assessment: LeadAssessment, item: PlacedItem, actorId: string | null): Adoption {
  const { facts, tags, value, difficulty, pointsHundredths } = assessment
  const { id, kind, createdAt, ownerId } = item
  const work = {
    id,
    kind,
    createdAt,
    priority: 0,
    facts,
    tags,
    value,
    difficulty,
    amountMinor: null,
    // Decision 1: leads, deals and tasks are work of this week; having a customer is counted by a gauge of its own.
    pointsHundredths: kind === 'account' ? 0 : pointsHundredths,
  }
  return { item: work, state: ownerId === null ? 'waiting' : 'owned', ownerId, actorId }
}

export interface HttpOptions {
  readonly trustProxy: boolean | readonly string[]
  /** Requests per minute and address on public routes; 0 = off. */
  readonly publicRateLimit: number
}

/** The HTTP application with every slice's routes; not listening yet. */
export async function composeApp(platform: Platform, slices: Slices, options: HttpOptions): Promise<App> {
  const app = await createApp({
    log: platform.log,
    gatekeeper: slices.identity.gatekeeper,
    trustProxy: options.trustProxy,
    publicRateLimit: options.publicRateLimit,
    version: packageVersion(),
  })
  identityRoutes(app, slices.identity)
  notificationRoutes(app, slices.notifications)
  integrationRoutes(app, slices.integrations)
  peopleRoutes(app, slices.people, platform)
  customerRoutes(app, slices.customers)
  policyRoutes(app, slices.policies)
  modelRoutes(app, slices.learning)
  capabilityRoutes(app, slices.learning)
  intakeRoutes(app, slices.intake)
  formRoutes(app, slices.intake)
  importRoutes(app, slices.intake)
  assignmentRoutes(app, slices.assignment)
  handoverRoutes(app, slices.handovers)
  poolRoutes(app, slices.pools)
  claimRoutes(app, slices.pools)
  standingRoutes(app, slices.pools)
  taskRoutes(app, slices.tasks)
  followupRoutes(app, slices.followup)
  liveRoutes(app, platform)
  return app
}
