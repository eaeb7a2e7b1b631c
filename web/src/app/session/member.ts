import type { Session } from './session.ts'

export type Member = {
  id: string
  name: string
  email: string
  company: string
  role: string
  repId: string | null
  /** Whether to show it at all; the server decides again on every request. */
  may: (permission: string) => boolean
}

export function toMember(session: Session): Member {
  return {
    id: session.id,
    name: session.name,
    email: session.email ?? '',
    company: session.company.name,
    role: session.role,
    repId: session.repId,
    may: (permission) => permission in session.permissions,
  }
}
