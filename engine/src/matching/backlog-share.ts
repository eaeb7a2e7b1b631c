/** The name under which uses of shares are kept beside those of caps; no cap of a policy is called so. */
export const backlogCap = '~backlog'

/** What each may take of a backlog before everybody had a chance: the even share, rounded up, at least one. */
export function backlogShare(size: number, members: number): number {
  return Math.max(1, Math.ceil(size / Math.max(1, members)))
}
