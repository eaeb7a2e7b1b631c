export type IdentityKind = 'phone' | 'email' | 'company' | 'credit_code'

/** Something a lead or an account is known by, normalised. */
export interface IdentityKey {
  readonly kind: IdentityKind
  readonly key: string
  /** Only for companies: path of the place its name carries, '' where it carries none. */
  readonly place: string
}
