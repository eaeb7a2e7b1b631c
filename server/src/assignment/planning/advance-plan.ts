import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { Services } from '../services.ts'
import { UNDO_WINDOW_MS } from '../verbs/undo-decision.ts'
import { announcePlan } from './announce-plan.ts'
import type { PlanState } from './plan-document.ts'
import { countMoves, type PlanChange, type PlanRow, updatePlan } from './plan-store.ts'
import { holdPlan } from './see-plan.ts'

const from: Readonly<Record<'commit' | 'stop' | 'undo', readonly PlanState[]>> = {
  commit: ['draft', 'stopped'],
  stop: ['solving', 'committing'],
  undo: ['done', 'stopped'],
}

/** Commits a plan, goes on with a stopped one, stops what runs, or takes back what was done. A node does the work. */
export async function advancePlan(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  id: string,
  verb: 'commit' | 'stop' | 'undo',
): Promise<PlanRow> {
  const plan = await holdPlan(db, services, caller, id)
  if (!from[verb].includes(plan.state))
    throw new ProblemError('PLAN_NOT_READY', { extra: { state: plan.state } })
  if (verb === 'undo' && now - (plan.committedAt?.getTime() ?? 0) > UNDO_WINDOW_MS)
    throw new ProblemError('UNDO_TOO_LATE', { detail: 'plan_undo_hours' })
  const { principal } = caller
  const change = await changeOf(db, now, plan, caller, verb)
  await updatePlan(db, id, change)
  await record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action: verb === 'commit' ? 'plan.committed' : verb === 'stop' ? 'plan.stopped' : 'plan.undone',
    entityKind: 'plan',
    entityId: id,
    detail: { kind: plan.kind },
  })
  await announcePlan(db, now, plan)
  return { ...plan, ...change }
}

async function changeOf(
  db: TenantWriter,
  now: number,
  plan: PlanRow,
  { principal }: Caller,
  verb: 'commit' | 'stop' | 'undo',
): Promise<PlanChange> {
  if (verb === 'stop') return { stopRequested: true }
  const counts = await countMoves(db, plan.id)
  if (verb === 'undo')
    return {
      state: 'undoing',
      stopRequested: false,
      finishedAt: null,
      progressDone: 0,
      progressTotal: counts.moved + counts.queued,
    }
  return {
    state: 'committing',
    stopRequested: false,
    problemCode: null,
    finishedAt: null,
    committedBy: principal.id,
    committedAt: plan.committedAt ?? new Date(now),
    progressDone: counts.moved + counts.queued + counts.skipped,
    progressTotal: counts.moved + counts.queued + counts.skipped + counts.planned,
  }
}
