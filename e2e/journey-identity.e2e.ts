import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { servePeineng } from './serve-peineng.ts'
import { sessionOf } from './sessions.ts'
import { fourViews, openView, type View } from './views.ts'

const dialog = '[role=dialog]'
const PASSWORD = 'a-long-enough-password'

const view = (name: string): View => {
  const found = fourViews.find((entry) => entry.name === name)
  if (!found) throw new Error(`no view ${name}`)
  return found
}

/** RFC 6238 as an authenticator app computes it: SHA-1, 30 seconds, 6 digits. */
function codeOf(secret: string, at: number): string {
  const bits = [...secret.replace(/[\s=]/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('coming in', () => {
  let browser: Browser
  let url: string
  beforeAll(async () => {
    url = (await servePeineng()).url
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  const goto = (page: Page, path: string) => page.goto(new URL(path, url).href)

  it('somebody invited joins, turns two-step sign-in on, signs in with a code, and is out at once when deactivated', async () => {
    const owner = await openView(browser, view('desktop-zh-CN-light'), await sessionOf(browser, url, 'owner'))
    await goto(owner.page, '/settings?view=members')
    await owner.page.locator('main button:has(.lucide-user-plus)').click()
    const email = `invited-${Date.now()}@demo.peineng`
    await owner.page.locator(`${dialog} input:not([role=combobox])`).first().fill(email)
    await owner.page.locator(`${dialog} button[type=submit]`).click()
    const link = await owner.page.locator(`${dialog} input[readonly]:not([role=combobox])`).inputValue()
    expect(link).toContain('/invite/')

    const guest = await openView(browser, view('phone-en-light'))
    await goto(guest.page, new URL(link).pathname)
    await guest.page.locator('form input:not([readonly]):not([type=password])').first().fill('Guest Li')
    await guest.page.locator('input[type=password]').fill(PASSWORD)
    await guest.page.locator('button[type=submit]').tap()
    await guest.page.waitForURL('**/today')

    await goto(guest.page, '/account')
    const card = guest.page.locator('section', { has: guest.page.locator('h2', { hasText: 'Two-step' }) })
    await card.locator('button').tap()
    await guest.page.locator(`${dialog} input[type=password]`).fill(PASSWORD)
    await guest.page.locator(`${dialog} button[type=submit]`).tap()
    const secret = await guest.page.locator(`${dialog} input[readonly]`).inputValue()
    expect(await violationsOn(guest.page)).toEqual([])
    await guest.page.locator(`${dialog} input[inputmode=numeric]`).fill(codeOf(secret, Date.now()))
    await guest.page.locator(`${dialog} button[type=submit]`).tap()
    await guest.page.locator(`${dialog} li`).first().waitFor()
    const codes = await guest.page.locator(`${dialog} li`).allInnerTexts()
    expect(codes.length).toBeGreaterThanOrEqual(8)
    expect(await violationsOn(guest.page)).toEqual([])
    await guest.page.locator(`${dialog} footer button`).last().tap()
    await guest.context.clearCookies()

    // The code of this half minute has been used; a recovery code does as well.
    await goto(guest.page, '/sign-in')
    await guest.page.locator('input[type=email]').fill(email)
    await guest.page.locator('input[type=password]').fill(PASSWORD)
    await guest.page.locator('button[type=submit]').tap()
    const second = guest.page.locator('input[autocomplete=one-time-code]')
    await second.waitFor()
    expect(await violationsOn(guest.page)).toEqual([])
    await guest.page.locator('button', { hasText: 'recovery' }).tap()
    await second.fill(codes[0] ?? '')
    await guest.page.locator('button[type=submit]').tap()
    await guest.page.waitForURL('**/today')

    await owner.page.reload()
    const row = owner.page.locator('main li', { hasText: email })
    await row.locator('button', { hasText: '停用' }).click()
    await owner.page.waitForSelector('[data-sonner-toast]')
    expect((await guest.context.request.get(new URL('/api/v1/leads', url).href)).status()).toBe(401)
    await guest.context.close()
    await owner.context.close()
  }, 120_000)

  it('two managers change one lead at once: the second is told who and when, and nothing typed is lost', async () => {
    const first = await openView(browser, view('desktop-zh-CN-light'), await sessionOf(browser, url, 'owner'))
    const second = await openView(browser, view('desktop-en-dark'), await sessionOf(browser, url, 'ops'))
    const created = await first.context.request.post(new URL('/api/v1/leads', url).href, {
      headers: { origin: new URL(url).origin },
      data: { company: '同时修改', name: '王五', phone: '13912340077' },
    })
    const { id } = await created.json()
    const edit = async (page: Page, note: string) => {
      await goto(page, `/leads?open=${id}`)
      await page.locator(`${dialog} button:has(.lucide-ellipsis)`).click()
      await page.locator('[role=menuitem]:has(.lucide-square-pen)').click()
      await page.locator(`${dialog} form textarea`).fill(note)
    }
    await edit(first.page, '先到的人写的')
    await edit(second.page, 'written second')
    await first.page.locator(`${dialog} button[type=submit]`).click()
    await first.page.locator(`${dialog} form`).waitFor({ state: 'detached' })
    await second.page.locator(`${dialog} button[type=submit]`).click()
    const told = second.page.locator(`${dialog} [role=alert]`, { hasText: '周敏' })
    await told.waitFor()
    expect(await told.innerText()).toMatch(/\d:\d\d/)
    expect(await second.page.locator(`${dialog} form textarea`).inputValue()).toBe('written second')
    expect(await violationsOn(second.page)).toEqual([])
    await second.page.locator(`${dialog} button[type=submit]`).click()
    await second.page.locator(`${dialog} form`).waitFor({ state: 'detached' })
    const saved = await (await first.context.request.get(new URL(`/api/v1/leads/${id}`, url).href)).json()
    expect(saved.facts.note).toBe('written second')
    await first.context.close()
    await second.context.close()
  }, 120_000)
})
