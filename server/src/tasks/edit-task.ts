import { loadPoints } from '@peineng/engine'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type Caller, type Language, versionMismatch } from '../platform/http/index.ts'
import { announceTask } from './announce-task.ts'
import { checkCard } from './check-date.ts'
import { isDispatcher, isOwner, mustBeOpen, mustLock, mustRun } from './onlooker.ts'
import { planNotices } from './plan-notices.ts'
import { replaceCheckpoints } from './replace-checkpoints.ts'
import { replaceCollaborators } from './replace-collaborators.ts'
import type { Tasks } from './services.ts'
import type { TaskChange } from './task-input.ts'

/** What the owner agreed to when they acknowledged; changed by somebody else, it has to be confirmed again. */
const AGREED = ['title', 'standard', 'acceptance', 'dueAt'] as const

/** Changes a card from the version that was read. The owner may only say how far they are and who helps. */
export async function editTask(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  version: number,
  change: TaskChange,
  language: Language,
): Promise<void> {
  const task = await mustLock(db, tasks.people, caller, id)
  mustRun(caller, task)
  mustBeOpen(task)
  if (task.version !== version) throw await versionMismatch(db, id, task.version)
  const changed = Object.keys(change).sort()
  const others = changed.filter((key) => key !== 'reportedPercent' && key !== 'collaboratorIds')
  if (others.length > 0 && !isDispatcher(caller, task))
    throw new ProblemError('FORBIDDEN', { detail: 'card_of_dispatcher' })
  const { tasks: policy, timeZone } = await tasks.policyOf(db)
  const merged = {
    title: change.title ?? task.title,
    standard: change.standard ?? task.standard,
    startsAt: change.startsAt ?? task.startsAt.toISOString(),
    dueAt: change.dueAt ?? task.dueAt.toISOString(),
  }
  if (changed.some((key) => key in merged || key === 'checkpoints'))
    checkCard(
      { ...merged, checkpoints: change.checkpoints, customerClass: null },
      policy,
      now,
      timeZone,
      language,
    )
  const { policy: published } = await tasks.policies.current(db)
  const value = change.value === undefined ? task.value : change.value
  const difficulty = change.difficulty === undefined ? task.difficulty : change.difficulty
  const again = AGREED.some((key) => key in change) && !isOwner(caller, task)
  await db.query(
    `update task set version = version + 1, updated_at = $3, updated_by = $4, title = $5, standard = $6, acceptance = $7,
       starts_at = $8, due_at = $9, value = $10, difficulty = $11, points_hundredths = $12, reported_percent = $13,
       acknowledged_at = case when $14 then null else acknowledged_at end,
       understood = case when $14 then null else understood end,
       question = case when $14 then null else question end,
       dispatched_at = case when $14 then $3 else dispatched_at end
     where tenant_id = $1 and id = $2`,
    [
      db.tenantId,
      id,
      new Date(now),
      caller.principal.id,
      merged.title,
      merged.standard,
      change.acceptance ?? task.acceptance,
      new Date(merged.startsAt),
      new Date(merged.dueAt),
      value,
      difficulty,
      loadPoints(published.workload, value, difficulty),
      change.reportedPercent === undefined ? task.reportedPercent : change.reportedPercent,
      again,
    ],
  )
  if (value !== task.value || difficulty !== task.difficulty) await tasks.assignment.reweigh(db, now, id)
  if (change.checkpoints !== undefined) await replaceCheckpoints(db, task, now, change.checkpoints)
  if (change.collaboratorIds !== undefined)
    await replaceCollaborators(db, tasks, id, change.collaboratorIds, task.ownerId)
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'task.updated',
    entityKind: 'task',
    entityId: id,
    detail: { changed, version: task.version + 1 },
  })
  const after = await mustLock(db, tasks.people, caller, id)
  await planNotices(db, after, policy, now)
  await announceTask(db, now, caller, 'task.changed', after, { changed, confirmAgain: again })
}
