import { createECDH, createPrivateKey, hkdfSync, type KeyObject, sign } from 'node:crypto'

/** Who we are to the push services of browsers (RFC 8292). */
export interface Vapid {
  /** For `PushManager.subscribe`; the same on every node, because it comes from SECRET. */
  readonly publicKey: string
  authorization(endpoint: string, now: number): string
}

const TWELVE_HOURS_S = 43_200
/** The order of P-256. */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')

export function createVapid(secret: string, contact: string): Vapid {
  // 48 bytes folded into the order leave no bias worth speaking of (FIPS 186-5, A.2.1).
  const seed = BigInt(
    `0x${Buffer.from(hkdfSync('sha256', secret, 'peineng', 'vapid key', 48)).toString('hex')}`,
  )
  const scalar = Buffer.from(((seed % (ORDER - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(scalar)
  const point = pair.getPublicKey()
  const key: KeyObject = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: scalar.toString('base64url'),
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const publicKey = point.toString('base64url')
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    publicKey,
    authorization(endpoint, now) {
      const claims = {
        aud: new URL(endpoint).origin,
        exp: Math.floor(now / 1_000) + TWELVE_HOURS_S,
        sub: contact,
      }
      const unsigned = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
      const signature = sign('sha256', Buffer.from(unsigned), { key, dsaEncoding: 'ieee-p1363' })
      return `vapid t=${unsigned}.${signature.toString('base64url')}, k=${publicKey}`
    },
  }
}
