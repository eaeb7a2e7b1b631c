import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Language } from '../platform/http/index.ts'
import { addMember } from './add-member.ts'
import { createTenant } from './create-tenant.ts'
import type { Founder } from './founder.ts'
import { insertLogin, type LoginDoor, loginByEmail } from './login-store.ts'
import { hashPassword } from './passwords.ts'
import { proveIdentity } from './prove-identity.ts'
import { type Caller, enter, type OpenedSession } from './sign-in.ts'
import { addressAllowance, takeAttempt } from './throttle.ts'

export interface SignUp {
  readonly company: string
  readonly slug?: string | undefined
  readonly timeZone?: string | undefined
  readonly name: string
  readonly email: string
  readonly password: string
  readonly totp?: string | undefined
  readonly recoveryCode?: string | undefined
  readonly language: Language
}

/** Makes a company with its first owner. Whoever has a log-in already proves it and founds one more. */
export async function signUp(
  platform: Platform,
  found: Founder,
  input: SignUp,
  caller: Caller,
): Promise<OpenedSession> {
  const { database, clock } = platform
  const now = clock.now()
  const door = database.dispatcher
  await takeAttempt(door, now, [addressAllowance('sign-up', caller.ip, 60)])
  const { loginId, isNew } = await loginFor(platform, now, input, caller.ip)
  let memberId = ''
  const { tenantId } = await createTenant(
    platform,
    {
      name: input.company,
      ...(input.slug === undefined ? {} : { slug: input.slug }),
      ...(input.timeZone === undefined ? {} : { timeZone: input.timeZone }),
    },
    async (db) => {
      const { name, email } = input
      memberId = await addMember(db, now, null, {
        loginId,
        name,
        email,
        role: 'owner',
        teamId: null,
        repId: null,
      })
      await found(db, now)
      return { actorKind: 'member', actorId: memberId }
    },
  ).catch(async (error: unknown) => {
    if (isNew) await forgetLogin(door, loginId)
    throw error
  })
  return enter(platform, now, { loginId, tenant_id: tenantId, member_id: memberId }, caller)
}

/** The log-in of somebody who comes in by sign-up or invitation: theirs if they prove it, else a new one. */
export async function loginFor(
  { database, secret }: Pick<Platform, 'database' | 'secret'>,
  now: number,
  person: Pick<SignUp, 'email' | 'password' | 'totp' | 'recoveryCode' | 'language'>,
  ip: string,
): Promise<{ loginId: string; isNew: boolean }> {
  const door = database.dispatcher
  if ((await loginByEmail(door, person.email)) !== null) {
    const login = await proveIdentity({ door, secret }, now, person, ip).catch((error: unknown) => {
      // "Wrong password" would puzzle whoever forgot that they are registered.
      const wrong = error instanceof ProblemError && error.code === 'WRONG_CREDENTIALS'
      throw wrong ? new ProblemError('EMAIL_TAKEN') : error
    })
    return { loginId: login.id, isNew: false }
  }
  const passwordHash = await hashPassword(person.password)
  const loginId = await insertLogin(door, now, {
    email: person.email,
    passwordHash,
    language: person.language,
  })
  return { loginId, isNew: true }
}

/**
 * Takes back a log-in whose company or membership was refused. It lies behind another door and so in another
 * transaction; if the process dies in between, it is a log-in without a company, which opens nothing.
 */
export async function forgetLogin(door: LoginDoor, loginId: string): Promise<void> {
  await door.query('delete from login where id = $1', [loginId])
}
