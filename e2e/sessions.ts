import type { Browser, BrowserContext } from 'playwright-core'
import type { Who } from './screens.ts'

export type Session = Awaited<ReturnType<BrowserContext['storageState']>>

const PASSWORD = 'peineng-demo'

/** Signs somebody of the demo company in by the API and hands out what their browser would keep. */
export async function sessionOf(browser: Browser, url: string, who: Who): Promise<Session> {
  const context = await browser.newContext()
  try {
    const answer = await context.request.post(new URL('/api/v1/session', url).href, {
      data: { email: `${who}@demo.peineng`, password: PASSWORD },
      headers: { origin: new URL(url).origin },
    })
    if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()} ${await answer.text()}`)
    return await context.storageState()
  } finally {
    await context.close()
  }
}

/** One session each, asked for when first needed. */
export function sessionsOf(browser: Browser, url: string): (who: Who | null) => Promise<Session | undefined> {
  const known = new Map<Who, Promise<Session>>()
  return async (who) => {
    if (who === null) return undefined
    const session = known.get(who) ?? sessionOf(browser, url, who)
    known.set(who, session)
    return session
  }
}
