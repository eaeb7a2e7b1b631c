import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Services } from '../services.ts'
import { announcePlan } from './announce-plan.ts'
import type { PlanParameters } from './plan-document.ts'
import { insertPlan } from './plan-store.ts'

/**
 * Asks for a plan; a node solves it and nothing moves before somebody commits it. A leader plans for their people
 * alone: they may receive, and whoever gives or changes is one of them.
 */
export async function startPlan(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  parameters: PlanParameters,
): Promise<string> {
  const { principal, reach } = caller
  const { people } = services
  const within = await people.visibleRepIds(db, principal, reach)
  const named = namedReps(parameters)
  const known = await people.repSetups(db, named)
  const missing = named.findIndex(
    (repId) => !known.some((rep) => rep.repId === repId) || within?.includes(repId) === false,
  )
  if (missing >= 0)
    throw new ProblemError('NOT_FOUND', {
      detail: 'no_such_rep_of_yours',
      extra: { repId: named[missing] },
    })
  if (new Set(named).size < named.length)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'changes', code: 'twice', message: 'rep_once' }],
    })
  const { roster } = await services.contextOf(db, now)
  const id = uuidv7(now)
  await insertPlan(
    db,
    {
      id,
      kind: parameters.kind,
      parameters,
      withinRepIds: within,
      // Who may see a plan is who may see everybody it is about; a company's plan is about all.
      repIds: [...new Set([...(within ?? roster.reps.map((rep) => rep.id)), ...named])].sort(),
      actorKind: principal.kind,
      createdBy: principal.id,
    },
    now,
  )
  await record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action: 'plan.created',
    entityKind: 'plan',
    entityId: id,
    detail: { kind: parameters.kind, repIds: named },
  })
  await announcePlan(db, now, { id })
  return id
}

function namedReps(parameters: PlanParameters): string[] {
  switch (parameters.kind) {
    case 'waiting':
    case 'reoptimise':
      return []
    case 'territory':
      return parameters.changes.map(({ repId }) => repId)
    case 'redistribute':
      return [parameters.repId]
  }
}
