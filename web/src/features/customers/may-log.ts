import type { Noun } from './record-api.ts'

export const WORK = { account: 'accounts.write', opportunity: 'opportunities.write' } as const

type Who = { permissions: Readonly<Record<string, string | undefined>>; repId: string | null }

/** A deal is written about by its owner; a customer by whoever works with it, as long as it lies in no pool. */
export function mayLog(
  noun: Noun,
  record: { owner: { id: string } | null; state: string | null },
  me: Who | undefined,
): boolean {
  const reach = me?.permissions[WORK[noun]]
  if (reach === undefined || (noun === 'opportunity' && record.state === 'closed')) return false
  if (reach !== 'own') return true
  return noun === 'account'
    ? record.state !== 'pooled'
    : record.owner !== null && record.owner.id === me?.repId
}
