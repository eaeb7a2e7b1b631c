import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { servePeineng } from './serve-peineng.ts'
import { type Session, sessionOf } from './sessions.ts'
import { openView, viewNamed } from './views.ts'

const dialog = '[role=dialog]'
const atRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null)

describe('a manager at the keyboard', () => {
  let browser: Browser
  let url: string
  let boss: Session
  let lead: { id: string; company: string }
  beforeAll(async () => {
    url = (await servePeineng()).url
    browser = await launchBrowser()
    boss = await sessionOf(browser, url, 'owner')
    const context = await browser.newContext({ storageState: boss })
    const company = `键盘验收公司${Date.now()}`
    const answer = await context.request.post(new URL('/api/v1/leads', url).href, {
      headers: { origin: new URL(url).origin },
      data: { company, name: '张一', value: 'low' },
    })
    lead = { id: (await answer.json()).id, company }
    await context.close()
  })
  afterAll(async () => {
    await browser?.close()
  })

  it('finds a record in the palette, walks the list, changes a cell and takes it back', async () => {
    const { page, context, errors } = await openView(browser, viewNamed('desktop-zh-CN-light'), boss)
    await page.goto(new URL('/today', url).href)
    await page.locator('main h1').waitFor()

    // A key that an input method composes with is not ours.
    await page.evaluate(() => {
      for (const key of ['?', 'k'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey: key === 'k', isComposing: true, bubbles: true }),
        )
    })
    expect(await page.locator(dialog).count()).toBe(0)

    await page.keyboard.press('Control+k')
    await page.locator('[cmdk-input]').fill(lead.company)
    await page.locator('[cmdk-item]', { hasText: lead.company }).waitFor()
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/leads?*open=${lead.id}*`)
    await page.locator(`${dialog} h2`, { hasText: lead.company }).waitFor()

    await page.goto(new URL('/leads?sort=-createdAt', url).href)
    await page.locator(`[data-row="${lead.id}"]`).waitFor()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    await page.keyboard.type(lead.company)
    await page.waitForFunction(
      (id) => document.querySelector('[data-row]')?.getAttribute('data-row') === id,
      lead.id,
    )
    // Letters went into the search, not to the table.
    expect(await page.locator(dialog).count()).toBe(0)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())

    await page.keyboard.press('e')
    const cell = page.locator(`[data-row="${lead.id}"] input:not([type=checkbox])`)
    await cell.fill('张二')
    await cell.press('Enter')
    const row = page.locator(`[data-row="${lead.id}"]`)
    await row.locator('td', { hasText: '张二' }).waitFor()
    await page.locator('[data-sonner-toast] button', { hasText: '撤销' }).click()
    await row.locator('td', { hasText: '张一' }).waitFor()

    await page.goto(new URL('/leads', url).href)
    await page.locator('[data-row]').nth(1).waitFor()
    await page.keyboard.press('j')
    await page.waitForFunction(() => document.activeElement?.closest('[data-row]') !== null)
    const second = await atRow(page)
    await page.keyboard.press('j')
    await page.waitForFunction(
      (before) => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') !== before,
      second,
    )
    await page.keyboard.press('k')
    await page.waitForFunction(
      (before) => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') === before,
      second,
    )
    await page.keyboard.press('a')
    await page.locator(`${dialog} textarea`).waitFor()
    await page.keyboard.press('Escape')
    await page.locator(dialog).waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.locator(`${dialog} dl`).waitFor()
    expect(errors).toEqual([])
    await context.close()
  }, 120_000)

  it('whose session ended signs in over the open form, and what was typed is sent', async () => {
    const session = await sessionOf(browser, url, 'owner')
    const { page, context, errors } = await openView(browser, viewNamed('desktop-en-dark'), session)
    await page.goto(new URL('/leads', url).href)
    await page.locator('main header button:has(.lucide-plus)').click()
    const company = `Typed before ${Date.now()}`
    await page.locator(`${dialog} form input`).nth(0).fill(company)
    const ended = await context.request.delete(new URL('/api/v1/session', url).href, {
      headers: { origin: new URL(url).origin },
    })
    expect(ended.ok()).toBe(true)

    await page.locator(`${dialog} button[type=submit]`).click()
    const password = page.locator('#resume-session input[type=password]')
    await password.waitFor()
    await password.fill('peineng-demo')
    await password.press('Enter')
    await password.waitFor({ state: 'detached' })
    expect(await page.locator(`${dialog} form input`).nth(0).inputValue()).toBe(company)
    await page.locator(`${dialog} button[type=submit]`).click()
    await page.locator(`${dialog} [data-placed]`).waitFor()
    // The refusals in between are what was asked for.
    expect(errors.filter((error) => !error.includes('401'))).toEqual([])
    await context.close()
  }, 60_000)
})
