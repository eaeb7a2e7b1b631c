import { loadPoints } from '@peineng/engine'
import { placeTask } from '../assignment/index.ts'
import type { ItemDescription } from '../customers/index.ts'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller, Language } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announceTask } from './announce-task.ts'
import { checkCard } from './check-date.ts'
import { weeklyCheckpoints } from './due-dates.ts'
import { mustRead } from './onlooker.ts'
import { planNotices } from './plan-notices.ts'
import { replaceCollaborators } from './replace-collaborators.ts'
import type { Tasks } from './services.ts'
import type { TaskRow } from './store.ts'
import type { NewTask } from './task-input.ts'

/**
 * Dispatches a card: written down, weighed by value × difficulty, and given to the person named or to whom the engine
 * chooses. A rep's own tasks stay theirs; choosing for others is a leader's.
 */
export async function createTask(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  input: NewTask,
  language: Language,
): Promise<TaskRow> {
  const { principal, reach } = caller
  const { tasks: policy, timeZone } = await tasks.policyOf(db)
  const item = await itemInReach(db, tasks, caller, input)
  const { startsAt, dueAt } = checkCard(
    { ...input, dueAt: input.dueAt, customerClass: item?.tier ?? null },
    policy,
    now,
    timeZone,
    language,
  )
  const ownerId = input.ownerId ?? (reach === 'own' ? principal.repId : null)
  if (ownerId === null && reach === 'own')
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'ownerId', code: 'required', message: 'say_who' }],
    })
  const { policy: published } = await tasks.policies.current(db)
  const points = loadPoints(published.workload, input.value, input.difficulty)
  const id = uuidv7(now)
  await db.query(
    `insert into task (tenant_id, id, created_at, updated_at, created_by, updated_by, title, standard, acceptance,
       starts_at, due_at, value, difficulty, points_hundredths, item_kind, item_id, dispatched_at, step_id)
     values ($1, $2, $3, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $3, $15)`,
    [
      db.tenantId,
      id,
      new Date(now),
      principal.id,
      input.title,
      input.standard,
      input.acceptance,
      new Date(startsAt),
      new Date(dueAt),
      input.value,
      input.difficulty,
      points,
      item?.kind ?? null,
      item?.id ?? null,
      input.stepId ?? null,
    ],
  )
  const checkpoints =
    input.checkpoints?.map((one) => ({ title: one.title, dueAt: Date.parse(one.dueAt) })) ??
    weeklyCheckpoints(policy, startsAt, dueAt, timeZone).map((at) => ({
      title: language === 'en' ? 'Weekly sync' : '周五同步',
      dueAt: at,
    }))
  await db.query(
    `insert into task_checkpoint (tenant_id, id, task_id, title, due_at)
     select $1, c.id, $2, c.title, c.due from unnest($3::uuid[], $4::text[], $5::timestamptz[]) as c(id, title, due)`,
    [
      db.tenantId,
      id,
      checkpoints.map(() => uuidv7(now)),
      checkpoints.map((one) => one.title),
      checkpoints.map((one) => new Date(one.dueAt)),
    ],
  )
  await placeTask(
    db,
    tasks.assignment.services,
    caller,
    now,
    { id, createdAt: now, pointsHundredths: points, itemId: item?.id ?? null },
    ownerId,
  )
  await replaceCollaborators(db, tasks, id, input.collaboratorIds, ownerId)
  await record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action: 'task.created',
    entityKind: 'task',
    entityId: id,
    detail: { ownerId, dueAt: new Date(dueAt).toISOString(), itemId: item?.id ?? null },
  })
  const task = await mustRead(db, tasks.people, { principal, reach: 'tenant' }, id)
  await planNotices(db, task, policy, now)
  if (task.ownerId !== null) await announceTask(db, now, caller, 'task.assigned', task)
  return task
}

/** The customer's record it is for must be the caller's to work with: a foreign one is not there. */
async function itemInReach(
  db: TenantWriter,
  tasks: Tasks,
  { principal, reach }: Caller,
  input: NewTask,
): Promise<ItemDescription | null> {
  if (input.itemId == null) return null
  const item = (await tasks.customers.describeItems(db, [input.itemId])).get(input.itemId)
  const visible = await tasks.people.visibleRepIds(db, principal, reach)
  const mine =
    item !== undefined &&
    (visible === null || (item.ownerId === null ? reach === 'team' : visible.includes(item.ownerId)))
  if (!mine || (input.itemKind != null && input.itemKind !== item.kind))
    throw new ProblemError('NOT_FOUND', { detail: 'no_such_record_of_yours' })
  return item
}
