/** A mail address as it is compared: half-width, lower case; null where the text is none. */
export function normaliseEmail(given: string): string | null {
  const text = given
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]+)>$/, '$1')
    .toLowerCase()
  return text.length <= 254 && /^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/.test(text) ? text : null
}

/** How an address is shown to someone who may not write to it yet: `l***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@')
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`
}
