import type { ItemContext } from '../matching/index.ts'
import type { Policy } from '../model/index.ts'
import { offerSettings } from '../policy/offer-settings.ts'

export type Asking =
  /** Whoever is chosen has it. */
  | { readonly kind: 'give' }
  /** Whoever is chosen is asked first. */
  | { readonly kind: 'ask' }
  /** So many were asked that nobody is chosen any more; null = a manager decides. */
  | { readonly kind: 'nobody'; readonly rounds: number; readonly poolId: string | null }

/** Whether the rule asks (X3), and what after too many rounds. */
export function askingOf({ action, item }: ItemContext, policy: Policy): Asking {
  if (action.offer === undefined || (item.kind !== 'lead' && item.kind !== 'opportunity'))
    return { kind: 'give' }
  const { maxRounds, after, poolId } = offerSettings(policy)
  const rounds = item.offers?.rounds ?? 0
  if (rounds < maxRounds) return { kind: 'ask' }
  if (after === 'assign') return { kind: 'give' }
  return { kind: 'nobody', rounds, poolId: after === 'pool' ? (action.pool?.id ?? poolId) : null }
}
