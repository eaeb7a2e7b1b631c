import type { Reason } from '@peineng/engine'
import type { z } from 'zod'
import type { ItemLabel } from '../../customers/index.ts'
import type { Language } from '../../platform/http/index.ts'
import type { TenantContext } from '../decide/tenant-context.ts'
import { renderReason } from '../sentences/index.ts'
import { UNDO_WINDOW_MS } from '../verbs/undo-decision.ts'
import type { moveView, planView } from './plan-schemas.ts'
import { isSkipCode, isWaitingCode, skipSentences, waitingSentences } from './plan-sentences.ts'
import type { MoveRow, MoveState, PlanRow } from './plan-store.ts'

/** Names of everybody a plan speaks of; those who left are among them. */
export type Names = ReadonlyMap<string, string>

const yuan = (minor: number): number => Math.round(minor) / 100
const iso = (date: Date | null): string | null => date?.toISOString() ?? null

export function repIdsIn({ summary, parameters, repIds }: PlanRow): string[] {
  const named =
    parameters.kind === 'territory'
      ? parameters.changes.map(({ repId }) => repId)
      : parameters.kind === 'redistribute'
        ? [parameters.repId]
        : []
  return [...new Set([...repIds, ...named, ...(summary?.reps.map(({ repId }) => repId) ?? [])])]
}

export function presentPlan(
  plan: PlanRow,
  context: TenantContext,
  names: Names,
  counts: Readonly<Record<MoveState, number>> | null,
  now: number,
): z.infer<typeof planView> {
  const person = (id: string) => ({ id, name: names.get(id) ?? '' })
  const { parameters, summary } = plan
  const until = (plan.committedAt?.getTime() ?? 0) + UNDO_WINDOW_MS
  const undoable =
    (plan.state === 'done' || plan.state === 'stopped') && plan.committedAt !== null && now < until
  return {
    id: plan.id,
    kind: plan.kind,
    state: plan.state,
    createdAt: plan.createdAt.toISOString(),
    createdBy: plan.createdBy,
    solvedAt: iso(plan.solvedAt),
    committedAt: iso(plan.committedAt),
    finishedAt: iso(plan.finishedAt),
    undoUntil: undoable ? new Date(until).toISOString() : null,
    about:
      parameters.kind === 'territory'
        ? parameters.changes.map(({ repId, territories }) => ({
            rep: person(repId),
            territories: [...territories],
          }))
        : parameters.kind === 'redistribute'
          ? [{ rep: person(parameters.repId), territories: null }]
          : [],
    then: parameters.kind === 'redistribute' ? parameters.then : null,
    fairSharePercent: parameters.fairSharePercent,
    stopping: plan.stopRequested,
    progress: { done: plan.progressDone, total: plan.progressTotal },
    moves: counts === null ? null : { ...counts },
    problem: plan.problemCode,
    summary:
      summary === null
        ? null
        : {
            items: summary.items,
            placed: summary.placed,
            unplaced: summary.unplaced,
            objective: summary.objective,
            bound: summary.bound,
            gap: summary.gap,
            oneByOne: summary.oneByOne,
            expectedNow: yuan(summary.expectedNow),
            expectedPlanned: yuan(summary.expectedPlanned),
            priceOfFairness: summary.priceOfFairness,
            unmetFloors: summary.unmetFloors.map(({ repId, missing }) => ({ rep: person(repId), missing })),
            per: summary.per,
            moneyPerPoint: yuan(summary.moneyPerPoint),
            solver: summary.solver,
            finished: summary.finished,
            units: summary.units,
            reps: summary.reps.map((one) => ({
              rep: person(one.repId),
              gains: one.gains,
              losses: one.losses,
              expectedGained: yuan(one.expectedGained),
              expectedLost: yuan(one.expectedLost),
              loadHundredthsBefore: one.loadBefore,
              loadHundredthsAfter: one.loadAfter,
              loadLimitHundredths:
                context.repById
                  .get(one.repId)
                  ?.gauges.find(({ name, action }) => name === 'load_index' && action === 'pause')
                  ?.threshold ?? null,
              price: yuan((one.price * summary.moneyPerPoint) / 1000),
              priceThousandths: one.price,
            })),
          },
  }
}

export function presentMove(
  move: MoveRow,
  context: TenantContext,
  names: Names,
  labels: ReadonlyMap<string, ItemLabel>,
  language: Language,
): z.infer<typeof moveView> {
  const person = (id: string) => ({ id, name: names.get(id) ?? '' })
  const { reasonCode: code, reasonParams: params, skipCode } = move
  return {
    n: move.n,
    item: { id: move.itemId, kind: move.itemKind, label: labels.get(move.itemId)?.label ?? '' },
    from: move.fromOwnerId === null ? null : person(move.fromOwnerId),
    fromState: move.fromState,
    to: move.toRepId === null ? null : person(move.toRepId),
    state: move.state,
    skipped:
      skipCode === null
        ? null
        : { code: skipCode, text: isSkipCode(skipCode) ? skipSentences[skipCode][language] : skipCode },
    asks: move.place?.asks === true,
    expected: yuan(move.expectedMinor),
    loadHundredths: move.loadHundredths,
    reason: {
      code,
      params: { ...params },
      text: isWaitingCode(code)
        ? waitingSentences[code][language]
        : renderReason({ code: code as Reason['code'], params }, language, context.words),
    },
    options: move.options.map(({ repId, total, price }) => ({ rep: person(repId), total, price })),
    decisionId: move.decisionId,
  }
}
