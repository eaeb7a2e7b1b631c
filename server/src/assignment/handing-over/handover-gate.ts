import { type HandoverPolicy, handoverCauses } from '@peineng/engine'
import type { ChangeCause } from '../state/history-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'

/** What a change of hands means for the handover of an item. */
export type Gate =
  /** As it is on record: nothing to hand over, or the same people as before. */
  | { readonly kind: 'keep' }
  /** Nothing is owed any more. */
  | { readonly kind: 'none' }
  /** The new owner has to read first; `proven` = it need not be looked up whether the former one worked on it. */
  | { readonly kind: 'open'; readonly fromRepId: string; readonly toRepId: string; readonly proven: boolean }
  /** Nobody has it for now; whoever gets it next has to read first. */
  | { readonly kind: 'owed'; readonly fromRepId: string; readonly proven: boolean }

const KEEP: Gate = { kind: 'keep' }
const NONE: Gate = { kind: 'none' }

export const isUnread = (row: Pick<WorkItemRow, 'handedTo' | 'ownerId' | 'handoverReadAt'>): boolean =>
  row.handedTo !== null && row.handedTo === row.ownerId && row.handoverReadAt === null

/** Whom something was only offered to never had it. */
const holderOf = ({ state, ownerId }: { readonly state: string; readonly ownerId: string | null }) =>
  state === 'offered' ? null : ownerId

/**
 * Whether the next owner has to read a handover first. Somebody who never read theirs has nothing to hand on: the one
 * before them does. An undo gives back what was there, the gate included: nobody gets past it by undoing twice.
 */
export function gateOf(
  policy: HandoverPolicy,
  before: WorkItemRow | null,
  to: { readonly state: string; readonly ownerId: string | null },
  cause: ChangeCause,
): Gate {
  if (before === null || before.kind === 'task') return NONE
  const [had, gets] = [holderOf(before), holderOf(to)]
  if (had === gets && before.state !== 'pooled' && to.state !== 'pooled') return KEEP
  const { handedFrom, handedTo } = before
  // Declined before it was read, it is back with whoever gave it: an undo of that finds the gate as it was.
  if (cause === 'handed_back' && gets !== null && gets === handedFrom) return KEEP
  if (cause === 'undone') {
    if (gets === null || handedFrom === null || gets === handedFrom) return KEEP
    if (gets === handedTo && before.handoverReadAt !== null) return KEEP
    return { kind: 'open', fromRepId: handedFrom, toRepId: gets, proven: true }
  }
  const unread = isUnread(before)
  const giver = unread ? handedFrom : (had ?? handedFrom)
  if (giver === null || giver === gets || cause === 'claimed' || to.state === 'pooled') return NONE
  const owed = unread || had === null
  if (!owed && !asks(policy, cause)) return NONE
  const proven = owed || policy.when === 'always' || before.acceptedAt !== null || before.kind === 'account'
  if (gets !== null) return { kind: 'open', fromRepId: giver, toRepId: gets, proven }
  return to.state === 'waiting' || to.state === 'offered' ? { kind: 'owed', fromRepId: giver, proven } : NONE
}

function asks(policy: HandoverPolicy, cause: ChangeCause): boolean {
  return policy.required && handoverCauses.some((one) => one === cause && policy.causes.includes(one))
}
