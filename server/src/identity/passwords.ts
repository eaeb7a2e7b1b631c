import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

interface Cost {
  readonly n: number
  readonly r: number
  readonly p: number
}

/**
 * OWASP's Password Storage Cheat Sheet lists N=2^14, r=8, p=5 among its equal choices; it is the one that needs
 * 16 MB per attempt, so the four threads of Node's pool stay at 64 MB.
 */
const COST: Cost = { n: 2 ** 14, r: 8, p: 5 }
const KEY_BYTES = 32

/** `scrypt$N$r$p$salt$hash`: the cost travels with the hash, so it can be raised without breaking anybody's. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.n, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = stored.split('$')
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false
  const expected = Buffer.from(hash, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), {
    n: Number(n),
    r: Number(r),
    p: Number(p),
  })
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

/** As slow as a real check, for an e-mail nobody has: the time of an answer must not tell who has an account. */
export async function verifyNobody(password: string): Promise<false> {
  await derive(password, Buffer.alloc(16), COST)
  return false
}

function derive(password: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFKC, so that the same password typed with another input method is the same.
    const options = { N: n, r, p, maxmem: 256 * n * r }
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
