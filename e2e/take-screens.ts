import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Screen, screens } from './screens.ts'
import { servePeineng } from './serve-peineng.ts'
import { sessionsOf } from './sessions.ts'
import { eightViews, fontsReady, openView, showScreen, type View } from './views.ts'

const folder = fileURLToPath(new URL('../.cache/views', import.meta.url))
const published = fileURLToPath(new URL('../docs/screens', import.meta.url))

/** `SCREENS=today,leads` takes only those; `PUBLISH=1` also writes what the README shows. */
const wanted = (process.env['SCREENS'] ?? '').split(',').filter((name) => name !== '')
const publish = process.env['PUBLISH'] === '1'
const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

const CLOCKS_MS = 800

/** The few pictures that are committed: one view each, small. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'today-team': 'desktop-zh-CN-light',
  today: 'phone-zh-CN-light',
  leads: 'desktop-zh-CN-light',
  why: 'desktop-en-light',
  people: 'desktop-zh-CN-dark',
  policy: 'desktop-en-light',
}

let browser: Browser
let url: string
let session: ReturnType<typeof sessionsOf>
beforeAll(async () => {
  url = (await servePeineng()).url
  browser = await launchBrowser()
  session = sessionsOf(browser, url)
  await mkdir(folder, { recursive: true })
  await mkdir(published, { recursive: true })
})
afterAll(() => browser?.close())

it.each(eightViews)('every screen in one view: $name', async (view) => {
  const failed: string[] = []
  for (const screen of chosen) {
    if (screen.only !== undefined && (screen.only === 'phone') !== view.phone) continue
    const { page, context } = await openView(browser, view, await session(screen.who))
    // One screen that does not come must not cost the pictures of the others.
    await take(page, screen, view).catch((error: unknown) => failed.push(`${screen.name}: ${String(error)}`))
    await context.close()
  }
  expect(failed).toEqual([])
})

async function take(page: Page, screen: Screen, view: View): Promise<void> {
  await showScreen(page, url, screen)
  await fontsReady(page)
  // The clocks of rows are read once a list stands still: a picture waits for them, a test never does.
  if ((await page.locator('[data-row]').count()) > 0) await page.waitForTimeout(CLOCKS_MS)
  await page.screenshot({ path: join(folder, `${screen.name}-${view.name}.png`), animations: 'disabled' })
  if (publish && PUBLISHED[screen.name] === view.name)
    await writeFile(join(published, `${screen.name}.webp`), await webp(page))
}

/** The browser encodes WebP itself, which no package of ours does. */
async function webp(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 70 })
  return Buffer.from(data, 'base64')
}
