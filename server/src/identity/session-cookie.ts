import { SESSION_COOKIE } from './gatekeeper.ts'
import { SESSION_DAYS } from './sessions.ts'

interface CookieJar {
  setCookie(name: string, value: string, options: Record<string, unknown>): unknown
  clearCookie(name: string, options: Record<string, unknown>): unknown
}

/** Not readable by scripts, not sent along from other sites, only over TLS where the address people use has it. */
const attributes = (publicUrl: string) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: publicUrl.startsWith('https:'),
})

export function giveCookie(reply: CookieJar, publicUrl: string, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, { ...attributes(publicUrl), maxAge: SESSION_DAYS * 86_400 })
}

export function takeCookie(reply: CookieJar, publicUrl: string): void {
  reply.clearCookie(SESSION_COOKIE, attributes(publicUrl))
}
