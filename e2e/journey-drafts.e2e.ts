import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { servePeineng } from './serve-peineng.ts'
import { sessionOf } from './sessions.ts'
import { openView, viewNamed } from './views.ts'

const dialog = '[role=dialog]'
const company = `${dialog} form input >> nth=0`
const notice = `${dialog} [data-draft]`
const newLead = /新建线索|New lead/
const unexpected = (errors: readonly string[]) => errors.filter((error) => !/401/.test(error))

describe('what was typed and not saved', () => {
  let browser: Browser
  let url: string
  beforeAll(async () => {
    url = (await servePeineng()).url
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  const at = (path: string) => new URL(path, url).href
  const openForm = async (page: Page) => {
    await page.getByRole('button', { name: newLead }).tap()
    await page.locator(company).waitFor()
  }
  const kept = (page: Page) =>
    page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('peineng.draft.')).length)
  const endSession = (context: BrowserContext) =>
    context.request.delete(at('/api/v1/session'), { headers: { origin: new URL(url).origin } })
  const signIn = async (page: Page, who: string) => {
    await page.locator('form input[type=email]').fill(`${who}@demo.peineng`)
    await page.locator('form input[type=password]').fill('peineng-demo')
    await page.locator('form button[type=submit]').tap()
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  }

  it('is there again after a pulled sheet, a reload and an ended session, and goes on with or is dropped', async () => {
    const view = viewNamed('phone-zh-CN-light')
    const { page, context, errors } = await openView(browser, view, await sessionOf(browser, url, 'rep'))
    await page.goto(at('/leads'))
    await openForm(page)
    await page.locator(company).fill('写到一半的公司')

    const grip = await page.locator(`${dialog} [data-grip]`).boundingBox()
    if (!grip) throw new Error('the sheet has no grip')
    await page.mouse.move(grip.x + grip.width / 2, grip.y + 8)
    await page.mouse.down()
    await page.mouse.move(grip.x + grip.width / 2, grip.y + 240, { steps: 4 })
    await page.mouse.up()
    await page.locator(dialog).waitFor({ state: 'detached' })
    await openForm(page)
    expect(await page.locator(company).inputValue()).toBe('写到一半的公司')
    await page.locator(notice).waitFor()

    await endSession(context)
    await page.reload()
    await signIn(page, 'rep')
    await page.goto(at('/leads'))
    await openForm(page)
    expect(await page.locator(company).inputValue()).toBe('写到一半的公司')
    await page.locator(`${notice} button`).last().tap()
    await page.locator(notice).waitFor({ state: 'detached' })
    expect(await page.locator(company).inputValue()).toBe('写到一半的公司')

    await page.reload()
    await openForm(page)
    await page.locator(`${notice} button`).first().tap()
    expect(await page.locator(company).inputValue()).toBe('')
    expect(await kept(page)).toBe(0)
    expect(unexpected(errors)).toEqual([])
    await context.close()
  })

  it('is gone once it is saved, and never shown to whoever signs in next', async () => {
    const view = viewNamed('phone-en-light')
    const { page, context, errors } = await openView(browser, view, await sessionOf(browser, url, 'rep'))
    await page.goto(at('/leads'))
    await openForm(page)
    await page.locator(company).fill('Saved draft Ltd')
    expect(await kept(page)).toBe(1)
    await page.locator(`${dialog} button[type=submit]`).tap()
    await page.locator(`${dialog} [data-placed]`).waitFor()
    expect(await kept(page)).toBe(0)

    await page.locator(`${dialog} footer button`).first().tap()
    await page.locator(company).fill('Nobody else reads this')
    await endSession(context)
    await page.reload()
    expect(await kept(page)).toBe(1)
    await signIn(page, 'manager')
    expect(await kept(page)).toBe(0)
    await page.goto(at('/leads'))
    await openForm(page)
    expect(await page.locator(company).inputValue()).toBe('')
    await page.locator(notice).waitFor({ state: 'detached' })
    expect(unexpected(errors)).toEqual([])
    await context.close()
  })
})
