import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Screen } from './screens.ts'

export type View = {
  name: string
  width: number
  height: number
  phone: boolean
  locale: 'zh-CN' | 'en'
  theme: 'light' | 'dark'
}

const SIZES = [
  { size: 'desktop', width: 1440, height: 900, phone: false },
  { size: 'phone', width: 390, height: 844, phone: true },
]

/** Two sizes × two languages × two themes. */
export const eightViews: readonly View[] = SIZES.flatMap(({ size, ...box }) =>
  (['zh-CN', 'en'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((theme) => ({
      ...box,
      locale,
      theme,
      name: `${size}-${locale}-${theme}`,
    })),
  ),
)

/** Every value of size, language and theme, and every pair with the size: half the work, and nothing unseen. */
export const fourViews = eightViews.filter(({ name }) =>
  ['desktop-zh-CN-light', 'desktop-en-dark', 'phone-zh-CN-dark', 'phone-en-light'].includes(name),
)

export function viewNamed(name: string): View {
  const found = eightViews.find((view) => view.name === name)
  if (!found) throw new Error(`no view ${name}`)
  return found
}

export type WatchedPage = { page: Page; context: BrowserContext; errors: string[] }

/**
 * A page in one view, without the service worker unless it is what the test is about: each new context would fetch all
 * it keeps. `errors` gathers what no page of ours may do: throw, log an error, fail to load a part of itself. */
export async function openView(
  browser: Browser,
  view: View,
  storageState?: Awaited<ReturnType<BrowserContext['storageState']>>,
  { worker = false } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    deviceScaleFactor: view.phone ? 2 : 1,
    hasTouch: view.phone,
    isMobile: view.phone,
    locale: view.locale,
    colorScheme: view.theme,
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: worker ? 'allow' : 'block',
    ...(storageState ? { storageState } : {}),
  })
  // A selector that never comes is a failure to be read in seconds, before the test's own limit hides which one it was.
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`logged: ${message.text()}`)
  })
  return { page, context, errors }
}

/**
 * The Chinese face arrives in pieces: first its rules, then each range a text asks for. `document.fonts.ready` alone is
 * answered between the two, and screenshots then show blanks.
 */
export async function fontsReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.fonts.size > 0)
  await page.evaluate(async () => {
    const shown = document.body.innerText
    await Promise.all(
      ['400', '500', '600'].map((weight) =>
        document.fonts.load(`${weight} 14px "Noto Sans SC Variable"`, shown),
      ),
    )
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** Opens a screen and waits until it shows what it is about. */
export async function showScreen(page: Page, baseUrl: string, screen: Screen): Promise<void> {
  await page.goto(new URL(screen.path, baseUrl).href)
  await page.waitForSelector(screen.ready, screen.hidden ? { state: 'attached' } : {})
  await screen.act?.(page)
}

/** Goes to a screen inside the app, without loading the page again; loads it where the app is not there or there already. */
export async function walkToScreen(page: Page, baseUrl: string, screen: Screen): Promise<void> {
  const { pathname, href, origin } = new URL(screen.path, baseUrl)
  const here = new URL(page.url())
  const main = page.locator('main > *').first()
  if (here.origin !== origin || here.pathname === pathname || (await main.count()) === 0)
    return showScreen(page, baseUrl, screen)
  // The screen before stays until the next one can be shown: it is marked, and what is waited for is its end.
  await main.evaluate((part) => part.setAttribute('data-left', ''))
  await page.evaluate((to) => history.pushState({}, '', to), href)
  await page.waitForSelector('[data-left]', { state: 'detached' })
  await page.waitForSelector(screen.ready, screen.hidden ? { state: 'attached' } : {})
  await screen.act?.(page)
}

/** The same page in another theme and language, as somebody gets it who changes both in another tab. */
export async function lookAs(page: Page, view: View): Promise<void> {
  // Without motion: a button on its way from one theme's colour to the other's has the contrast of neither.
  await page.emulateMedia({ colorScheme: view.theme, reducedMotion: 'reduce' })
  await page.evaluate((locale) => {
    if (document.documentElement.lang === locale) return
    localStorage.setItem('peineng.locale', locale)
    dispatchEvent(new StorageEvent('storage', { key: 'peineng.locale', newValue: locale }))
  }, view.locale)
  await page.waitForSelector(`html[lang="${view.locale}"][data-theme="${view.theme}"]`, { state: 'attached' })
}
