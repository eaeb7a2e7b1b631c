import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { seal, unseal } from '../platform/sealed.ts'

const STEP_MS = 30_000
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** HOTP of RFC 4226 (HMAC-SHA-1, dynamic truncation). */
export function hotp(secret: Uint8Array, counter: number, digits = 6): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(message).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const code = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(code).padStart(digits, '0')
}

/**
 * The step of RFC 6238 a code stands for, or null. One step either side is taken, for clocks that differ; a step at or
 * before `lastStep` is not, so that a code read over a shoulder cannot be used a second time.
 */
export function matchTotp(secret: Uint8Array, code: string, nowMs: number, lastStep: number): number | null {
  const typed = Buffer.from(code.replaceAll(/\s/g, ''))
  const current = Math.floor(nowMs / STEP_MS)
  for (const step of [current, current - 1, current + 1]) {
    const expected = Buffer.from(hotp(secret, step))
    if (step > lastStep && typed.length === expected.length && timingSafeEqual(typed, expected)) return step
  }
  return null
}

export const newTotpSecret = (): Buffer => randomBytes(20)

/** RFC 4648 without padding: how authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET.charAt((value >>> bits) & 31)
    }
    value &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + ALPHABET.charAt((value << (5 - bits)) & 31)
}

export function otpauthUri(secret: Uint8Array, email: string): string {
  return `otpauth://totp/Peineng:${encodeURIComponent(email)}?secret=${base32(secret)}&issuer=Peineng&digits=6&period=30`
}

/** A copy of the database alone makes no codes. */
export const sealSecret = (plain: Uint8Array, secret: string): Buffer => seal(plain, secret, 'totp secrets')

/** Throws where SECRET is not the one it was sealed under. */
export const openSecret = (sealed: Buffer, secret: string): Buffer => unseal(sealed, secret, 'totp secrets')
