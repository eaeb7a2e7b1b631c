import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { servePeineng } from './serve-peineng.ts'
import { sessionOf } from './sessions.ts'
import { eightViews, openView, type View } from './views.ts'

describe('the pool on a phone', () => {
  let browser: Browser
  let url: string
  beforeAll(async () => {
    url = (await servePeineng()).url
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('takes a customer in two taps from today, and shows the contact data that were masked before', async () => {
    const phone = eightViews.find(({ name }) => name === 'phone-zh-CN-light') as View
    const { page, context, errors } = await openView(browser, phone, await sessionOf(browser, url, 'rep'))
    await page.goto(new URL('/today', url).href)
    await page.locator('nav a[href="/pool"]').click()
    const first = page.locator('main [data-row]').first()
    await first.waitFor()
    expect(await first.textContent()).toContain('****')
    const id = await first.getAttribute('data-row')
    const claimed = page.waitForResponse((response) => response.url().endsWith('/claim'))
    await first.locator('button:has(.lucide-hand)').click()
    // What the server answered says more than a row that stays.
    expect(await (await claimed).json()).toMatchObject({ state: 'owned' })
    await page.locator(`main [data-row="${id}"]`).waitFor({ state: 'detached' })
    const lead = await page.evaluate(async (leadId) => (await fetch(`/api/v1/leads/${leadId}`)).json(), id)
    expect(lead).toMatchObject({ state: 'owned', masked: false })
    expect((lead as { phone: string }).phone).not.toContain('*')
    expect(errors.filter((error) => !error.includes('401'))).toEqual([])
    await context.close()
  })
})
