import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type RunningPeineng, servePeineng } from './serve-peineng.ts'
import { sessionOf } from './sessions.ts'
import { eightViews, openView } from './views.ts'

/**
 * 客户名称,联系人,手机号,地区,行业 and two rows as Excel in China saves them: GBK bytes, written out because Node reads
 * GBK and does not write it.
 */
const header = 'bfcdbba7c3fbb3c62cc1aacfb5c8cb2ccad6bbfabac52cb5d8c7f82cd0d0d2b5'
const east = 'bbaab6ab2cbfdac7bb'
const companyName = 'c8cababdd2bdd4ba'
const gbkSheet = Buffer.concat([
  Buffer.from(`${header}0d0a`, 'hex'),
  Buffer.from(companyName, 'hex'),
  Buffer.from('A,Wang,13900004001,'),
  Buffer.from(`${east}0d0a${companyName}`, 'hex'),
  Buffer.from('B,Li,13900004002,'),
  Buffer.from(`${east}0d0a`, 'hex'),
])

describe('a sheet from Excel', () => {
  let browser: Browser
  let server: RunningPeineng
  let state: Awaited<ReturnType<BrowserContext['storageState']>>

  beforeAll(async () => {
    server = await servePeineng()
    browser = await launchBrowser()
    state = await sessionOf(browser, server.url, 'owner')
  }, 400_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const open = (page: Page, path: string) => page.goto(new URL(path, server.url).href)

  it('a GBK sheet is read, tried, imported, and every lead of it is owned or waits with a reason; then assigned and undone', async () => {
    const view = eightViews[0]
    if (!view) throw new Error('no views')
    const { page, context, errors } = await openView(browser, view, state)
    await open(page, 'import')
    await page.waitForSelector('main input[type=file]', { state: 'attached' })
    await page
      .locator('main input[type=file]')
      .setInputFiles({ name: '线索.csv', mimeType: 'text/csv', buffer: gbkSheet })
    await page.waitForURL(/open=/)
    const id = new URL(page.url()).searchParams.get('open')
    await page.locator('main button:has(.lucide-flask-conical)').click()
    await page.locator('main button:has(.lucide-play)').click()
    await page.waitForSelector('main button:has(.lucide-undo-2)')
    await page.waitForSelector('main button:has(.lucide-shuffle)')

    const read = async <T>(path: string) =>
      (await (await context.request.get(new URL(path, server.url).href)).json()) as T
    type Leads = { items: { company: string; state: string; reason: { text: string } | null }[] }
    const { items } = await read<Leads>(`api/v1/leads?importId=${id}`)
    expect(items.map((lead) => lead.company).sort()).toEqual(['仁航医院A', '仁航医院B'])
    for (const lead of items) {
      expect(['owned', 'waiting']).toContain(lead.state)
      expect(lead.reason?.text).toBeTruthy()
    }

    await page.locator('main button:has(.lucide-shuffle)').click()
    await page.waitForSelector('main [data-row]')
    await page.locator('main header button:has(.lucide-shuffle)').click()
    await page.locator('[role=dialog] footer button').last().click()
    await page.waitForSelector('[data-sonner-toast]')
    const owned = (await read<Leads>(`api/v1/leads?importId=${id}&state=owned`)).items.length
    expect(owned).toBe(2)
    await page.locator('[data-sonner-toast] button').first().click()
    await page.waitForFunction(async (path) => {
      const answer = await fetch(path)
      return ((await answer.json()) as { items: unknown[] }).items.length === 0
    }, `/api/v1/leads?importId=${id}&state=owned`)
    expect(errors).toEqual([])
    await context.close()
  }, 180_000)
})
