import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { servePeineng } from './serve-peineng.ts'
import { type Releases, serveReleases } from './serve-release.ts'
import { type Session, sessionOf } from './sessions.ts'
import { openView, viewNamed } from './views.ts'

const form = '[role=dialog] form'
const title = `${form} input`
const shells = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('peineng-shell.')))

describe('the application as an app of the device', () => {
  let browser: Browser
  let web: Releases
  let boss: Session
  beforeAll(async () => {
    const program = (await servePeineng()).url
    web = await serveReleases(program)
    browser = await launchBrowser()
    boss = await sessionOf(browser, program, 'owner')
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  it('a new version waits for a press, takes over with it, and what was typed is still there', async () => {
    const { page, context, errors } = await openView(browser, viewNamed('desktop-zh-CN-light'), boss, {
      worker: true,
    })
    await page.goto(new URL('/tasks', web.url).href)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const [before] = await shells(page)

    await page.locator('main header button:has(.lucide-plus)').click()
    await page.locator(title).first().fill('写到一半的任务')
    await web.release('the-next-one')
    // What coming back to the page does.
    await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')))
    const toast = page.locator('[data-sonner-toast]', { hasText: '有新版本' })
    await toast.waitFor()
    // Nothing changed under the open form.
    expect(await page.locator(title).first().inputValue()).toBe('写到一半的任务')
    expect((await shells(page)).sort()).toEqual([before, 'peineng-shell.the-next-one'].sort())

    // Over the open form, too.
    await Promise.all([page.waitForEvent('load'), toast.locator('button', { hasText: '刷新' }).click()])
    await page.locator('main header button:has(.lucide-plus)').click()
    await page.locator(form).waitFor()
    expect(await page.locator(title).first().inputValue()).toBe('写到一半的任务')
    expect(await shells(page)).toEqual(['peineng-shell.the-next-one'])
    expect(await page.locator('[data-sonner-toast]').count()).toBe(0)
    expect(errors).toEqual([])
    await context.close()
  }, 120_000)

  it('can be installed: the browser finds nothing wrong, and asks when somebody chooses it in the menu', async () => {
    const { page, context } = await openView(browser, viewNamed('desktop-en-dark'), boss, { worker: true })
    await page.goto(new URL('/today', web.url).href)
    const devtools = await context.newCDPSession(page)
    const { errors, data } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest = JSON.parse(data ?? '{}')
    expect(manifest).toMatchObject({ id: '/', start_url: '/today', scope: '/', display: 'standalone' })
    expect(manifest.name_localized).toMatchObject({ 'zh-CN': '配能', en: 'Peineng' })
    for (const { src, sizes, type } of manifest.icons) {
      const size = await page.evaluate(async (from) => {
        const image = new Image()
        image.src = from
        await image.decode()
        return `${image.naturalWidth}x${image.naturalHeight}`
      }, src)
      if (type === 'image/png') expect(size, src).toBe(sizes)
    }
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    // A page of a test lives in a private window.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])

    // Private windows are never asked, so the browser's offer is played.
    await page.locator('aside button[aria-haspopup=menu]').waitFor()
    await page.evaluate(() => {
      const offer = new Event('beforeinstallprompt', { cancelable: true })
      dispatchEvent(
        Object.assign(offer, {
          prompt: async () => document.body.setAttribute('data-asked', String(offer.defaultPrevented)),
        }),
      )
    })
    await page.locator('aside button[aria-haspopup=menu]').click()
    await page.locator('[role=menuitem]', { hasText: 'Install as an app' }).click()
    await page.waitForSelector('body[data-asked=true]')
    await page.locator('aside button[aria-haspopup=menu]').click()
    await page.locator('[role=menuitem]', { hasText: 'Sign out' }).waitFor()
    expect(await page.locator('[role=menuitem]', { hasText: 'Install as an app' }).count()).toBe(0)
    await context.close()
  }, 120_000)
})
