import { lookup as resolveName } from 'node:dns'
import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type AddressGuard, createAddressGuard } from './address-guard.ts'

export interface OutboundRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export interface OutboundAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The first 64 KiB. */
  readonly body: string
}

/** Posts to an address somebody typed in. */
export interface Outbound {
  post(request: OutboundRequest): Promise<OutboundAnswer>
  /** null = may be written to; else why not. For forms: the address itself is checked again on every connection. */
  refusal(url: string): 'TARGET_MALFORMED' | 'TARGET_NOT_HTTPS' | 'TARGET_PRIVATE' | null
  /** True where the operator named the host itself. */
  trusts(url: string): boolean
}

/** Our own refusal: nothing was sent. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused'
}

export interface OutboundOptions {
  /** Hosts, addresses and networks that may be reached although they are private. */
  readonly allowed?: readonly string[]
  readonly timeoutMs?: number
  /** How names become addresses; the system's way where nothing is said. */
  readonly resolve?: typeof resolveName
}

const LONGEST_ANSWER = 64 * 1024

/**
 * Requests that cannot be turned against us: https only, no redirects, an answer of bounded size and time, and only to
 * public addresses. The address is checked where the connection is made, so a name that resolves to something else a
 * moment later (DNS rebinding) is refused as well.
 */
export function createOutbound(options: OutboundOptions = {}): Outbound {
  const { allowed = [], timeoutMs = 5_000, resolve: resolveWith = resolveName } = options
  const guard = createAddressGuard(allowed)
  const lookup = guardedLookup(guard, resolveWith)
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  }

  const refusal: Outbound['refusal'] = (text) => {
    if (!URL.canParse(text)) return 'TARGET_MALFORMED'
    const url = new URL(text)
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
      return 'TARGET_MALFORMED'
    const trusted = guard.namesHost(url.hostname)
    if (url.protocol === 'http:' && !trusted) return 'TARGET_NOT_HTTPS'
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (trusted) return null
    if (isIP(host) !== 0) return guard.allowsAddress(host) ? null : 'TARGET_PRIVATE'
    return /(^|\.)(localhost|local|internal|localdomain)$/i.test(host) ? 'TARGET_PRIVATE' : null
  }

  return {
    refusal,
    trusts: (text) => URL.canParse(text) && guard.namesHost(new URL(text).hostname),
    async post({ url: text, headers, body }) {
      const refused = refusal(text)
      if (refused !== null) throw new TargetRefused(refused)
      const url = new URL(text)
      const send = url.protocol === 'https:' ? requestHttps : requestHttp
      return new Promise((resolve, reject) => {
        const request = send(
          url,
          {
            method: 'POST',
            headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
            agent: agents[url.protocol as 'http:' | 'https:'],
            // A host an operator named may stand anywhere; every other one is looked at address by address.
            ...(guard.namesHost(url.hostname) ? {} : { lookup }),
            signal: AbortSignal.timeout(timeoutMs),
          },
          (response) => {
            const chunks: Buffer[] = []
            let size = 0
            response.on('data', (chunk: Buffer) => {
              size += chunk.length
              if (size <= LONGEST_ANSWER) chunks.push(chunk)
              else response.destroy(new Error('the answer is too long'))
            })
            response.once('error', reject)
            response.once('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: Buffer.concat(chunks).toString('utf8'),
              }),
            )
          },
        )
        request.once('error', reject)
        request.end(body)
      })
    },
  }
}

/** Resolves a name and hands on only addresses that may be reached. */
const guardedLookup =
  (guard: AddressGuard, resolveWith: typeof resolveName): LookupFunction =>
  (host, options, done) => {
    resolveWith(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, [])
      const reachable = found.filter(({ address }) => guard.allowsAddress(address))
      const [first] = reachable
      if (first === undefined) return done(new TargetRefused('TARGET_PRIVATE'), [])
      if (options.all === true) done(null, reachable)
      else done(null, first.address, first.family)
    })
  }

export { type AddressGuard, createAddressGuard } from './address-guard.ts'
