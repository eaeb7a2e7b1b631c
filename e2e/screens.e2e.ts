import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { screens } from './screens.ts'
import { servePeineng } from './serve-peineng.ts'
import { sessionsOf } from './sessions.ts'
import { fontsReady, fourViews, openView, showScreen } from './views.ts'

/** Asking who is here is answered 401 before anybody is: the browser logs that, and it is the right answer. */
const unexpected = (errors: readonly string[]) => errors.filter((error) => !error.includes('401'))

describe('every screen on the real server', () => {
  let browser: Browser
  let session: ReturnType<typeof sessionsOf>
  let url: string

  beforeAll(async () => {
    url = (await servePeineng()).url
    browser = await launchBrowser()
    session = sessionsOf(browser, url)
  })
  afterAll(() => browser?.close())

  it.each(fourViews)(
    'shows without an error and without an axe violation: $name',
    async (view) => {
      const found: Record<string, unknown> = {}
      const whos = [...new Set(screens.map((screen) => screen.who))]
      // One page per person: what one screen leaves behind, the next one has to live with.
      for (const who of whos) {
        const { page, context, errors } = await openView(browser, view, await session(who))
        for (const screen of screens.filter((each) => each.who === who)) {
          if (screen.only !== undefined && (screen.only === 'phone') !== view.phone) continue
          await showScreen(page, url, screen)
          await fontsReady(page)
          const violations = await violationsOn(page)
          if (violations.length > 0) found[screen.name] = violations
        }
        if (unexpected(errors).length > 0) found[`errors as ${who}`] = unexpected(errors)
        await context.close()
      }
      expect(found).toEqual({})
    },
    400_000,
  )
})
