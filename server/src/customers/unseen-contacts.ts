import { ProblemError } from '../platform/errors/catalogue.ts'

export const contactFields = ['phone', 'email', 'wechat'] as const

/** Contact data one has not been shown is not one's to overwrite, or to move to where it would be shown. */
export function refuseUnseen(fields: readonly string[]): void {
  if (fields.length === 0) return
  throw new ProblemError('HANDOVER_UNREAD', {
    detail: 'contacts_open_after_reading',
    errors: fields.map((field) => ({
      field,
      code: 'hidden',
      message: 'hidden_until_read',
    })),
  })
}

/** Nobody has contacted a customer whose contact data they could not see. */
export function refuseContact(extra: Readonly<Record<string, unknown>> = {}): never {
  throw new ProblemError('HANDOVER_UNREAD', {
    detail: 'contact_after_reading',
    extra,
  })
}
