import type { Policy, ValueBand } from '../model/index.ts'

/** `policy.planning` with every default filled in. */
export interface PlanningSettings {
  readonly prices: { readonly use: boolean; readonly maxAgeMinutes: number }
  readonly triage: {
    readonly exit: 'off' | 'pool' | 'wait'
    readonly poolId: string | null
    readonly slackThousandths: number
    readonly spare: readonly ValueBand[]
  }
  readonly fairnessDebtPoints: number
  readonly reoptimise: {
    readonly enabled: boolean
    readonly everyMinutes: number
    readonly movable: { readonly waiting: boolean; readonly pooled: boolean; readonly unaccepted: boolean }
    readonly switchingThousandths: number
    readonly hysteresisPermille: number
    readonly restMinutes: number
    readonly maxMoves: number
    readonly maxMovesPerItemADay: number
  }
}

/**
 * Prices are used by themselves: they exist only where somebody committed a plan, and only weigh. Nobody is turned
 * away and nothing is taken from anybody unless the company says so.
 */
export function planningSettings({ planning = {} }: Pick<Policy, 'planning'>): PlanningSettings {
  const { prices = {}, triage = {}, reoptimise = {} } = planning
  const { movable = {} } = reoptimise
  return {
    prices: { use: prices.use ?? true, maxAgeMinutes: prices.maxAgeMinutes ?? 1440 },
    triage: {
      exit: triage.exit ?? 'off',
      poolId: triage.poolId ?? null,
      slackThousandths: 1000 * (triage.slackPoints ?? 0),
      spare: triage.spare ?? ['high'],
    },
    fairnessDebtPoints: planning.fairnessDebtPoints ?? 0,
    reoptimise: {
      enabled: reoptimise.enabled ?? false,
      everyMinutes: reoptimise.everyMinutes ?? 5,
      movable: {
        waiting: movable.waiting ?? true,
        pooled: movable.pooled ?? true,
        unaccepted: movable.unaccepted ?? true,
      },
      switchingThousandths: 1000 * (reoptimise.switchingPoints ?? 3),
      hysteresisPermille: 10 * (reoptimise.hysteresisPercent ?? 10),
      restMinutes: reoptimise.restMinutes ?? 1440,
      maxMoves: reoptimise.maxMoves ?? 20,
      maxMovesPerItemADay: reoptimise.maxMovesPerItemADay ?? 1,
    },
  }
}
