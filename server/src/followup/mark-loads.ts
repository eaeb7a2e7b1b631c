import { type LoadLevel, loadStatus } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { announce, type OutboxEvent } from '../platform/outbox/index.ts'
import { lockMarks, readMarks, writeMarks } from './load-mark-store.ts'
import { proposeOwners } from './propose-owners.ts'
import type { FollowupServices } from './services.ts'
import { itemsOfReps } from './subject-store.ts'

const crossing = (from: LoadLevel, to: LoadLevel): 'load.over' | 'load.near' | 'load.back' | null => {
  if (from === to) return null
  if (to === 'over') return 'load.over'
  if (from === 'over') return 'load.back'
  return (to === 'near' || to === 'full') && from !== 'near' && from !== 'full' ? 'load.near' : null
}

/**
 * Notices who crossed a gauge since the last look (H3) and who went on leave, and says so once: over, back under, or
 * near it. Whoever waits is served by assignment as soon as room is there; here people are told.
 */
export async function markLoads(db: TenantWriter, services: FollowupServices, now: number): Promise<void> {
  if (!(await lockMarks(db))) return
  const context = await services.assignment.contextOf(db, now)
  const states = await services.assignment.repStates(db, now)
  const underload = context.policy.policy.workload.underloadPercent
  const marks = await readMarks(db)
  const changed: { repId: string; level: LoadLevel; onLeave: boolean }[] = []
  const crossed: { repId: string; type: string; level: LoadLevel; load: number }[] = []
  const left: string[] = []
  for (const state of states) {
    const rep = context.repById.get(state.repId)
    if (rep === undefined) continue
    const { level } = loadStatus(rep, state, underload)
    const onLeave = state.availability === 'on_leave'
    const before = marks.get(rep.id)
    if (before?.level === level && before.onLeave === onLeave) continue
    changed.push({ repId: rep.id, level, onLeave })
    const type = crossing(before?.level ?? 'ok', level)
    if (type !== null) crossed.push({ repId: rep.id, type, level, load: state.gauges.load_index ?? 0 })
    if (onLeave && before?.onLeave !== true) left.push(rep.id)
  }
  await writeMarks(db, now, changed)
  const managers = await services.people.managersOf(
    db,
    crossed.map((one) => one.repId),
  )
  await announce(
    db,
    now,
    crossed.map(
      ({ repId, type, level, load }): OutboxEvent => ({
        type,
        entityKind: 'rep',
        entityId: repId,
        payload: {
          recipientRepIds: [repId],
          recipientMemberIds: managers.get(repId) ?? [],
          level,
          loadHundredths: load,
        },
      }),
    ),
  )
  for (const repId of left)
    await proposeOwners(db, services, now, 'owner_on_leave', await itemsOfReps(db, [repId], 100))
}
