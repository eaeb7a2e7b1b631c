import type { LearningPolicy, Policy, ValueBand } from '../model/index.ts'

/** `policy.learning` with every default filled in. */
export interface LearningSettings {
  readonly winModel: NonNullable<LearningPolicy['winModel']>
  readonly activation: NonNullable<LearningPolicy['activation']>
  readonly halfLifeDays: number
  readonly unknownBandPercent: number
  readonly exploration: {
    readonly sharePermille: number
    readonly tiers: readonly ValueBand[]
    readonly newcomerBelowPermille: number
  }
  readonly capability: {
    readonly tags: 'propose' | 'write' | 'off'
    readonly minOutcomes: number
    readonly staleAfterDays: number
    readonly highIntentLimit: 'policy' | 'personal'
  }
}

export function learningSettings({ learning = {} }: Pick<Policy, 'learning'>): LearningSettings {
  const { exploration = {}, capability = {} } = learning
  return {
    winModel: learning.winModel ?? 'validated',
    activation: learning.activation ?? 'automatic',
    halfLifeDays: learning.halfLifeDays ?? 180,
    unknownBandPercent: learning.unknownBandPercent ?? 100,
    exploration: {
      sharePermille: exploration.sharePermille ?? 100,
      tiers: exploration.tiers ?? ['mid', 'low'],
      newcomerBelowPermille: exploration.newcomerBelowPermille ?? 250,
    },
    capability: {
      tags: capability.tags ?? 'propose',
      minOutcomes: capability.minOutcomes ?? 8,
      staleAfterDays: capability.staleAfterDays ?? 180,
      highIntentLimit: capability.highIntentLimit ?? 'policy',
    },
  }
}
