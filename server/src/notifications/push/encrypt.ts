import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser handed out when it was allowed to show messages. */
export interface PushKeys {
  readonly p256dh: string
  readonly auth: string
}

const RECORD_SIZE = 4_096

/** The seeds of a message's key: chosen anew for each, given in tests. */
export interface PushSeeds {
  readonly salt: Buffer
  readonly privateKey?: Buffer
}

/** One record of `aes128gcm` (RFC 8188) under the key that RFC 8291 derives for a subscription. */
export function encryptPush(
  plain: Uint8Array,
  { p256dh, auth }: PushKeys,
  seeds: PushSeeds = { salt: randomBytes(16) },
): Buffer {
  const { salt } = seeds
  const browserKey = Buffer.from(p256dh, 'base64url')
  const own = createECDH('prime256v1')
  if (seeds.privateKey === undefined) own.generateKeys()
  else own.setPrivateKey(seeds.privateKey)
  const ownKey = own.getPublicKey()
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), browserKey, ownKey])
  const shared = Buffer.from(
    hkdfSync('sha256', own.computeSecret(browserKey), Buffer.from(auth, 'base64url'), keyInfo, 32),
  )
  const derived = (info: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', shared, salt, Buffer.from(`${info}\0`), length))
  const cipher = createCipheriv(
    'aes-128-gcm',
    derived('Content-Encoding: aes128gcm', 16),
    derived('Content-Encoding: nonce', 12),
  )
  const head = Buffer.alloc(21)
  salt.copy(head)
  head.writeUInt32BE(RECORD_SIZE, 16)
  head.writeUInt8(ownKey.length, 20)
  // 2 = the last record; nothing is padded, so one record is all there is.
  const record = [
    cipher.update(Buffer.concat([plain, Buffer.from([2])])),
    cipher.final(),
    cipher.getAuthTag(),
  ]
  return Buffer.concat([head, ownKey, ...record])
}
