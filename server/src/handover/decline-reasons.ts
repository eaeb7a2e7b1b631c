/** Why somebody does not take over what is handed to them; `other` is said in words. Stable API. */
export const declineReasons = ['busy', 'no_fit', 'too_far', 'conflict', 'incomplete', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]
