import type { AuditEntry } from '../platform/audit/index.ts'
import type { Principal } from '../platform/http/index.ts'

/** Who an audit entry names. */
export type Actor = Pick<AuditEntry, 'actorKind' | 'actorId'>

export const actorOf = (principal: Principal): Actor => ({ actorKind: principal.kind, actorId: principal.id })

/** The program itself: the command line, the demo, a sweep. */
export const systemActor: Actor = { actorKind: 'system', actorId: null }
