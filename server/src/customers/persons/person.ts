/** Where a person of a customer stands: as a lead, as a contact, or as the customer itself. */
export const personKinds = ['lead', 'contact', 'account'] as const
export type PersonKind = (typeof personKinds)[number]

export const erasedPerson = (id: string): string => `erased-${id.slice(-6)}`
