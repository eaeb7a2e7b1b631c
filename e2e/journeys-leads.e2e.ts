import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { type RunningPeineng, servePeineng } from './serve-peineng.ts'
import { eightViews, openView, type View } from './views.ts'

const PASSWORD = 'peineng-demo'

const view = (name: string): View => {
  const found = eightViews.find((entry) => entry.name === name)
  if (!found) throw new Error(`no view ${name}`)
  return found
}

async function signIn(page: Page, url: string, who: 'owner' | 'rep'): Promise<void> {
  await page.goto(new URL('/sign-in', url).href)
  await page.locator('input[type=email]').fill(`${who}@demo.peineng`)
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/today')
}

const dialog = '[role=dialog]'
/** Asking who is here is answered 401 before anybody is: the browser logs that, and it is the right answer. */
const unexpected = (errors: readonly string[]) => errors.filter((error) => !error.includes('401'))

describe('leads, from coming in to asking why', () => {
  let browser: Browser
  let server: RunningPeineng
  beforeAll(async () => {
    server = await servePeineng()
    browser = await launchBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it.each([
    ['desktop-zh-CN-light', '浙江'],
    ['desktop-en-dark', '江苏'],
  ])(
    'a manager creates a lead, sees the owner, asks why, overrides and takes it back: %s',
    async (name, region) => {
      const { page, context, errors } = await openView(browser, view(name))
      await signIn(page, server.url, 'owner')
      await page.goto(new URL('/leads', server.url).href)
      await page.waitForSelector('main [data-row]')
      await page.locator('main header button:has(.lucide-plus)').click()
      const company = `e2e ${name}`
      await page.locator(`${dialog} form input`).nth(0).fill(company)
      await page.locator(`${dialog} form input`).nth(1).fill('王小明')
      await page
        .locator(`${dialog} form input`)
        .nth(2)
        .fill(name.includes('en') ? '13912340002' : '13912340001')
      await page.locator(`${dialog} form input[list]`).fill(region)
      await page.locator(`${dialog} button[type=submit]`).click()
      const placed = page.locator(`${dialog} [data-placed]`)
      await placed.waitFor()
      expect(['owned', 'waiting']).toContain(await placed.getAttribute('data-placed'))
      await placed.locator('button').click()

      // Why: who was considered, who was out and what for.
      await page.waitForSelector(`${dialog} details`)
      expect(await violationsOn(page)).toEqual([])
      const verify = page.locator(`${dialog} button:has(.lucide-shield-check)`)
      await verify.click()
      await page.waitForSelector(`${dialog} [role=status] .lucide-shield-check`)

      // Override: refused without a reason, done with one.
      await page.locator(`${dialog} button:has(.lucide-shuffle)`).last().click()
      const form = page.locator(`${dialog}:has(textarea)`)
      await form.locator('input[role=combobox]').click()
      await page.locator('[role=option]').first().click()
      const chosen = await form.locator('input[role=combobox]').inputValue()
      await form.locator('button[type=submit]').click()
      await form.locator('[aria-invalid=true]').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await form.locator('textarea').fill('老客户指定')
      await form.locator('button[type=submit]').click()
      await form.waitFor({ state: 'detached' })
      await page.locator(`${dialog} h2`, { hasText: chosen }).waitFor()

      // Undo, from the message.
      await page
        .locator('[data-sonner-toast] button', { hasText: /撤销|Undo/ })
        .first()
        .click()
      await page.locator(`${dialog} h2`, { hasText: chosen }).waitFor({ state: 'detached' })
      expect(unexpected(errors)).toEqual([])
      await context.close()
    },
    120_000,
  )

  it('a rep with a phone accepts with one tap and logs with two', async () => {
    const { page, context, errors } = await openView(browser, view('phone-zh-CN-light'))
    await signIn(page, server.url, 'rep')
    // What the rep is to find: a lead of their own, just arrived, put there by a manager.
    const manager = await openView(browser, view('desktop-zh-CN-light'))
    await signIn(manager.page, server.url, 'owner')
    const ask = manager.context.request
    const me = await (await context.request.get(new URL('/api/v1/session', server.url).href)).json()
    const origin = { origin: new URL(server.url).origin }
    const created = await ask.post(new URL('/api/v1/leads', server.url).href, {
      headers: origin,
      data: { company: '手机端验收', name: '李四', phone: '13912340009' },
    })
    const { id } = await created.json()
    const given = await ask.post(new URL(`/api/v1/leads/${id}/override`, server.url).href, {
      headers: origin,
      data: { repId: me.repId, reason: 'e2e' },
    })
    expect(given.ok() || given.status() === 409).toBe(true)
    await manager.context.close()

    await page.reload()
    const card = page.locator(`[data-next="${id}"]`)
    await card.waitFor()
    await card.locator('button:has(.lucide-check)').tap()
    // Accepted: the same place now offers to log.
    await card.locator('button:has(.lucide-pencil-line)').waitFor()
    await card.locator('button:has(.lucide-pencil-line)').tap()
    await page.locator(`${dialog} button[type=submit]`).tap()
    await page.locator(dialog).waitFor({ state: 'detached' })
    const lead = await (await context.request.get(new URL(`/api/v1/leads/${id}`, server.url).href)).json()
    expect(lead.acceptedAt).not.toBeNull()
    expect(lead.firstResponseAt).not.toBeNull()
    expect(unexpected(errors)).toEqual([])
    await context.close()
  }, 120_000)

  it('who may not override sees no button for it', async () => {
    const { page, context } = await openView(browser, view('desktop-zh-CN-light'))
    await signIn(page, server.url, 'rep')
    await page.goto(new URL('/leads', server.url).href)
    await page.locator('main [data-row] button[title]').first().click()
    await page.waitForSelector(`${dialog} details`)
    expect(await page.locator(`${dialog} button:has(.lucide-shuffle)`).count()).toBe(0)
    expect(await page.locator(`${dialog} button:has(.lucide-shield-check)`).count()).toBe(0)
    await context.close()
  })
})
