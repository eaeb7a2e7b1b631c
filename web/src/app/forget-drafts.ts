/** Where forms keep what was typed: see `draft-store.ts`, which only forms load. */
export const DRAFTS = 'peineng.draft.'

const drafts = (): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith(DRAFTS))

/** After signing out, or for another person. */
export function forgetAllDrafts(): void {
  for (const key of drafts()) sessionStorage.removeItem(key)
}

/** The server said who is here: what others began goes. Somebody who comes back finds their own. */
export function forgetDraftsBut(person: string): void {
  for (const key of drafts()) if (!key.startsWith(`${DRAFTS}${person}.`)) sessionStorage.removeItem(key)
}
