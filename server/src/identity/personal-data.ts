import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

/** One person of the company: the member and, where they sell, the rep. */
export interface Person {
  readonly memberId: string
  readonly repId: string | null
}

/** What a slice knows about a person; every slice that keeps names, phones or mails of colleagues offers one. */
export interface PersonalDataSource {
  readonly name: string
  /** Everything kept about them, as JSON. */
  exportPerson(db: TenantReader, person: Person): Promise<unknown>
  /** Replaces names, phones and mails; what was decided stays, without them. */
  erasePerson(db: TenantWriter, now: number, person: Person): Promise<void>
}

/** Shown where somebody was erased; the end of the id keeps two of them apart. */
export const erasedName = (id: string): string => `erased-${id.slice(-6)}`
