import { ProblemError } from '../platform/errors/catalogue.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A cookie is sent by the browser whoever made the page, so a change asked for by cookie must come from our own pages.
 * Every browser of the last years sends Sec-Fetch-Site or Origin with such a request; where neither is there, it is no
 * browser and nobody's cookie can be ridden on.
 */
export function assertSameOrigin(
  request: { readonly method?: string; readonly headers: Readonly<Record<string, unknown>> },
  publicUrl: string,
): void {
  if (SAFE.has(request.method ?? 'GET')) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const origin = request.headers['origin']
  if (site === undefined && origin === undefined) return
  if (typeof origin === 'string' && site === undefined) {
    if (origin === new URL(publicUrl).origin) return
    const host = request.headers['host']
    if (typeof host === 'string' && URL.canParse(origin) && new URL(origin).host === host) return
  }
  throw new ProblemError('FORBIDDEN', { detail: 'from_other_site' })
}
