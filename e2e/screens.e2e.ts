import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { screens } from './screens.ts'
import { servePeineng } from './serve-peineng.ts'
import { sessionsOf } from './sessions.ts'
import { fontsReady, lookAs, openView, showScreen, type View, viewNamed, walkToScreen } from './views.ts'

/**
 * What the browser logs and is right: asking who is here is answered 401 before anybody is, and one screen shows how it
 * looks when the server is away.
 */
const unexpected = (errors: readonly string[]) =>
  errors.filter((error) => !error.includes('401') && !error.includes('ERR_CONNECTION_REFUSED'))

const tested = screens.filter(({ picture }) => picture !== true)

/**
 * Each size in both themes and both languages. A screen is opened once and looked at twice: what it shows follows the
 * switch without a reload, as for a person, and opening it is the dear part. Desktops open every address afresh, as a
 * link in a message does; phones go from screen to screen inside the app.
 */
const readings = [
  {
    size: 'desktop',
    looks: [viewNamed('desktop-zh-CN-light'), viewNamed('desktop-en-dark')],
    show: showScreen,
  },
  { size: 'phone', looks: [viewNamed('phone-en-light'), viewNamed('phone-zh-CN-dark')], show: walkToScreen },
] as const

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

  // Side by side: half of the time a browser waits for a frame, an animation or the server.
  it.concurrent.each(readings)(
    'shows without an error and without an axe violation, in both languages and themes: $size',
    async ({ looks, show }) => {
      const [first] = looks
      const found: Record<string, unknown> = {}
      const whos = [...new Set(tested.map((screen) => screen.who))]
      // One page per person: what one screen leaves behind, the next one has to live with.
      for (const who of whos) {
        const { page, context, errors } = await openView(browser, first, await session(who))
        let order: readonly View[] = looks
        for (const screen of tested.filter((each) => each.who === who)) {
          if (screen.only !== undefined && (screen.only === 'phone') !== first.phone) continue
          await show(page, url, screen).catch((error: unknown) => {
            throw new Error(`${screen.name} did not come`, { cause: error })
          })
          for (const look of order) await check(page, look, screen.name, found)
          // The next screen begins as this one ended.
          order = order.toReversed()
        }
        if (unexpected(errors).length > 0) found[`errors as ${who}`] = unexpected(errors)
        await context.close()
      }
      expect(found).toEqual({})
    },
    400_000,
  )
})

async function check(page: Page, look: View, name: string, found: Record<string, unknown>): Promise<void> {
  await lookAs(page, look)
  await fontsReady(page)
  const violations = await violationsOn(page)
  if (violations.length > 0) found[`${name}, ${look.name}`] = violations
}
