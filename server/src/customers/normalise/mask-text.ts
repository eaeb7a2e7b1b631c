import { maskEmail } from './email.ts'

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** Seven digits and more, however they are grouped: phone numbers and nothing shorter. */
const PHONE = /\+?\d(?:[\s().-]{0,2}\d){6,}/g
const HANDLE = /((?:微信号?|wechat|wx|qq)\s*[:：]?\s*)([A-Za-z][\w-]{4,}|\d{5,})/gi

/** Free text of a record whose contact data is hidden: what people wrote into notes is no way around it. */
export function maskContacts(text: string): string {
  return text
    .replaceAll(EMAIL, (email) => maskEmail(email))
    .replaceAll(HANDLE, (_, label: string) => `${label}***`)
    .replaceAll(PHONE, (phone) => `***${phone.replaceAll(/\D/g, '').slice(-2)}`)
}
