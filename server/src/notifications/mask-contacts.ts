/** 11 digits of a mobile, with or without +86 and separators; land lines with an area code; anything of 7 digits on. */
const PHONE = /(?<![\w.])\+?\d[\d\s()-]{5,18}\d(?![\w])/g
const EMAIL = /([\p{L}\p{N}._%+-]+)([@＠])([\p{L}\p{N}.-]+\.[\p{L}]{2,})/gu
/** Full width: four plain stars are bold type to somebody's Markdown. */
const STARS = '＊＊＊＊'

function maskedPhone(text: string): string {
  const digits = text.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  if (digits.length < 7) return text
  // Dates and amounts are written with their own signs; eight digits that are a day are left alone.
  if (/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return text
  return `${digits.slice(0, 3)}${STARS}${digits.slice(-Math.min(4, digits.length - 3))}`
}

/** Phones and mail addresses, wherever somebody wrote them, as `138＊＊＊＊5678` and `l＊＊＊＊@example.com`. */
export function maskContacts(text: string): string {
  return text
    .replace(EMAIL, (_, name: string, at: string, domain: string) => name.charAt(0) + STARS + at + domain)
    .replace(PHONE, maskedPhone)
}
