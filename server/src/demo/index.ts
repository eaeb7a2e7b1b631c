import type { Slices } from '../compose.ts'
import { type Config, isLoopback } from '../platform/config.ts'
import type { Platform } from '../platform/context.ts'
import { COMPANY } from './cast.ts'
import { createDemo, DEMO_PASSWORD, type Demo } from './create-demo.ts'
import { demoLogins } from './staff.ts'

export { createDemo, type Demo } from './create-demo.ts'

/**
 * The demo company of this installation, made where there is no company at all: by itself only on loopback, where
 * nobody else can reach it; on another address only when asked for, and then with a password nobody knows.
 * null = there is none, or its password is not ours to print.
 */
export async function ensureDemo(
  platform: Platform,
  slices: Slices,
  config: Pick<Config, 'demo' | 'host'>,
): Promise<Demo | null> {
  if (config.demo === false) return null
  const loopback = isLoopback(config.host)
  const tenants = await slices.identity.allTenantIds()
  if (tenants.length === 0) {
    if (!loopback && config.demo !== true) return null
    platform.log.info('making the demo company; this happens once')
    return createDemo(platform, { randomPassword: !loopback })
  }
  const demo = await slices.identity.tenantBySlug(COMPANY.slug)
  if (demo === null || !loopback) return null
  return { tenantId: demo, slug: COMPANY.slug, password: DEMO_PASSWORD, logins: demoLogins() }
}

/** Who can sign in, as the start prints it. */
export function demoGreeting(demo: Demo): string {
  const width = Math.max(...demo.logins.map((login) => login.email.length))
  const lines = demo.logins.map((login) => `  ${login.email.padEnd(width)}  ${login.name} (${login.role})`)
  return `Demo company ${COMPANY.name}: sign in with password ${demo.password} as\n${lines.join('\n')}\n`
}
