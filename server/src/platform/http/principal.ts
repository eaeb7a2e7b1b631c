import type { Language } from '../errors/sentences/index.ts'
/** How far a permission reaches: what one owns, what one's team (and teams below) owns, everything of the tenant. */
export type Reach = 'own' | 'team' | 'tenant'

export type { Language }

/** Who is asking. Made by the identity slice once per request, from one prepared statement. */
export interface Principal {
  readonly kind: 'member' | 'api_key' | 'form'
  /** Member, key or form id: the actor of audit entries and the owner of idempotency keys. */
  readonly id: string
  readonly tenantId: string
  readonly role: string
  /** The rep this member is, where they sell. */
  readonly repId: string | null
  /** The team whose subtree is "my team". */
  readonly teamId: string | null
  /** Only for API keys that were narrowed: permissions they may use; absent = all of the role. */
  readonly scopes?: readonly string[]
}

/** Who acts, and how far the permission of the route lets them. */
export interface Caller {
  readonly principal: Principal
  readonly reach: Reach
}

/** Given by the composition root, so that the platform knows no slice. */
export interface Gatekeeper {
  /** null = nobody is signed in; throws ProblemError for a token that is wrong rather than absent. */
  authenticate(request: {
    /** Changes by cookie must come from our own pages; absent = reading. */
    method?: string
    headers: Record<string, unknown>
    cookies: Record<string, string | undefined>
    ip: string
  }): Promise<Principal | null>
  /** null = this principal may not do it at all. */
  reachOf(principal: Principal, permission: string): Reach | null
}
