import {
  arrivalCell,
  betaBinomialModel,
  type LearningSettings,
  modelRoles,
  type OutcomeCount,
  type WinModel,
} from '@peineng/engine'
import {
  type LiveModelDocument,
  type LiveWinModel,
  liveModelOf,
  liveWinModel,
} from '@peineng/engine/learning'
import type { TenantReader } from '../platform/database/index.ts'
import { readInUse } from './model-store.ts'

/** A model as decisions name it by hash: what it answers by, and the rates beside it. */
export type StoredModel =
  | readonly OutcomeCount[]
  | { readonly document: LiveModelDocument; readonly counts: readonly OutcomeCount[] }

/** The model behind a stored document: the same for a replay as for the decision. */
export function openModel(stored: StoredModel): WinModel {
  if (isCounts(stored)) return betaBinomialModel(stored)
  return liveWinModel(stored.document, { cell: arrivalCell, rates: betaBinomialModel(stored.counts) })
}

function isCounts(stored: StoredModel): stored is readonly OutcomeCount[] {
  return Array.isArray(stored)
}

export function isLive(model: WinModel): model is LiveWinModel {
  return 'believe' in model
}

/** The model decisions are made with now, as it will be stored: what is in use, under the policy's settings. */
export async function modelInForce(
  db: TenantReader,
  settings: LearningSettings,
  counts: readonly OutcomeCount[],
): Promise<StoredModel> {
  if (settings.winModel === 'rates') return counts
  const inUse = settings.winModel === 'off' ? null : await readInUse(db)
  const model = inUse === null || inUse.suspended !== null ? null : inUse.online
  const { sharePermille, tiers } = settings.exploration
  const document = liveModelOf(
    model,
    {
      roles: modelRoles,
      bandPercent: settings.unknownBandPercent,
      exploration: {
        shareThousandths: sharePermille,
        tiers: tiers.filter((tier) => tier === 'high' || tier === 'mid' || tier === 'low'),
        repIds: model === null ? [] : [...(inUse?.explorers ?? [])].sort(),
      },
    },
    baseRate(counts),
  )
  return { document, counts }
}

/** How often work is won at all, with ten imaginary outcomes at a fifth while there is little. */
function baseRate(counts: readonly OutcomeCount[]): number {
  let won = 0
  let all = 0
  for (const count of counts) {
    won += count.won
    all += count.won + count.lost
  }
  return Math.floor((won * 1_000_000 + 10 * 200_000) / (all + 10))
}
