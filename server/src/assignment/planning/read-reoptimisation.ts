import { planningSettings } from '@peineng/engine'
import type { z } from 'zod'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { Caller, Language } from '../../platform/http/index.ts'
import type { Services } from '../services.ts'
import type { reoptimisationView } from './plan-schemas.ts'
import { listMoves, type MoveRow } from './plan-store.ts'
import { presentMove } from './present-plan.ts'
import { latestMoves, readReoptimisation } from './reoptimisation-store.ts'

const SHOWN = 20

/** Whether it is on, when it last looked and why, when it looks next, and what it moved, among people within reach. */
export async function readReoptimisationView(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  language: Language,
): Promise<z.infer<typeof reoptimisationView>> {
  const context = await services.contextOf(db, now)
  const { enabled, everyMinutes, maxMoves } = planningSettings(context.policy.policy).reoptimise
  const last = await readReoptimisation(db)
  const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
  const moves = await movesOf(db, await latestMoves(db, visible, SHOWN))
  const names = await services.people.repNames(db, [
    ...new Set(
      moves.flatMap(({ move: { fromOwnerId, toRepId, options } }) =>
        [fromOwnerId, toRepId, ...options.map(({ repId }) => repId)].filter((id) => id !== null),
      ),
    ),
  ])
  const labels = await services.customers.labelsOf(
    db,
    moves.map(({ move }) => move.itemId),
  )
  const lastAt = last?.lastAt ?? null
  return {
    enabled,
    everyMinutes,
    maxMoves,
    lastAt: lastAt?.toISOString() ?? null,
    lastTrigger: last?.lastTrigger ?? null,
    lookedAt: last?.lookedAt ?? 0,
    nextAt: !enabled
      ? null
      : new Date(lastAt === null ? now : lastAt.getTime() + everyMinutes * 60_000).toISOString(),
    moves: moves.map(({ planId, move }) => ({
      planId,
      at: move.movedAt?.toISOString() ?? null,
      ...presentMove(move, context, names, labels, language),
    })),
  }
}

/** One statement per plan named: twenty moves come from few. */
async function movesOf(
  db: TenantWriter,
  keys: readonly { readonly planId: string; readonly n: number }[],
): Promise<{ planId: string; move: MoveRow }[]> {
  const found: { planId: string; move: MoveRow }[] = []
  for (const planId of new Set(keys.map((key) => key.planId))) {
    const wanted = new Set(keys.flatMap((key) => (key.planId === planId ? [key.n] : [])))
    const rows = await listMoves(db, planId, {}, -1, 1000)
    found.push(...rows.flatMap((move) => (wanted.has(move.n) ? [{ planId, move }] : [])))
  }
  return found
}
