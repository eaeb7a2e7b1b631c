import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { servePeineng } from './serve-peineng.ts'
import { sessionsOf } from './sessions.ts'
import { eightViews, openView } from './views.ts'

const dialog = '[role=dialog]'
const view = (name: string) => {
  const found = eightViews.find((entry) => entry.name === name)
  if (!found) throw new Error(`no view ${name}`)
  return found
}
/** Asking who is here answers 401 before anybody is; a cut network is what one of the tests is about. */
const unexpected = (errors: readonly string[]) =>
  errors.filter((error) => !/401|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/.test(error))

describe('work in the field, by thumb', () => {
  let browser: Browser
  let session: ReturnType<typeof sessionsOf>
  let url: string
  beforeAll(async () => {
    url = (await servePeineng()).url
    browser = await launchBrowser()
    session = sessionsOf(browser, url)
  })
  afterAll(() => browser?.close())

  const at = (path: string) => new URL(path, url).href
  const ask = async <T>(context: BrowserContext, method: 'get' | 'post', path: string, data?: unknown) => {
    const answer = await context.request[method](at(`/api/v1/${path}`), {
      headers: { origin: new URL(url).origin },
      ...(data === undefined ? {} : { data }),
    })
    return { status: answer.status(), body: (await answer.json()) as T }
  }
  /** A lead of the demo rep's own, and a card dispatched to them, put there by the owner of the company. */
  const prepare = async (company: string): Promise<{ leadId: string; taskId: string }> => {
    const boss = await openView(browser, view('desktop-zh-CN-light'), await session('owner'))
    const rep = await openView(browser, view('phone-zh-CN-light'), await session('rep'))
    const me = await ask<{ repId: string }>(rep.context, 'get', 'session')
    await rep.context.close()
    const lead = await ask<{ id: string }>(boss.context, 'post', 'leads', { company, name: '李四' })
    await ask(boss.context, 'post', `leads/${lead.body.id}/override`, { repId: me.body.repId, reason: 'e2e' })
    const task = await ask<{ id: string }>(boss.context, 'post', 'tasks', {
      title: `${company}提交方案`,
      standard: '客户确认收到',
      dueAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
      itemId: lead.body.id,
      ownerId: me.body.repId,
    })
    await boss.context.close()
    return { leadId: lead.body.id, taskId: task.body.id }
  }

  it('logs with two taps, confirms a card with three, and says why it is stuck with three', async () => {
    const { leadId, taskId } = await prepare('拇指测试')
    const { page, context, errors } = await openView(browser, view('phone-zh-CN-light'), await session('rep'))
    let taps = 0
    const tap = async (what: Locator): Promise<void> => {
      await what.tap()
      taps++
    }
    await page.goto(at('/today'))
    const card = page.locator(`[data-next="${leadId}"]`)
    await card.locator('button:has(.lucide-check)').tap()
    await card.locator('button:has(.lucide-pencil-line)').waitFor()
    taps = 0
    await tap(card.locator('button:has(.lucide-pencil-line)'))
    await tap(page.locator(`${dialog} [data-result=interested]`))
    await page.locator(dialog).waitFor({ state: 'detached' })
    expect(taps).toBe(2)

    taps = 0
    await page.goto(at('/tasks'))
    await tap(page.locator(`[data-task="${taskId}"] button`).first())
    await tap(page.locator(`${dialog} [data-confirmation] button:has(.lucide-check)`))
    await page.locator(`${dialog} [data-confirmation=understood]`).waitFor()
    expect(taps).toBeLessThanOrEqual(3)
    expect(await violationsOn(page)).toEqual([])
    await page.locator(`${dialog} header button`).last().tap()

    taps = 0
    await tap(page.locator(`[data-task="${taskId}"] button:has(.lucide-ellipsis)`))
    await tap(page.locator('[role=menuitem]').nth(1))
    await tap(page.locator(`${dialog} [data-reason=competitor]`))
    await page.locator(dialog).waitFor({ state: 'detached' })
    expect(taps).toBe(3)
    const task = await ask<{ state: string; blocker: { code: string } }>(context, 'get', `tasks/${taskId}`)
    expect(task.body).toMatchObject({ state: 'blocked', blocker: { code: 'competitor' } })
    expect(unexpected(errors)).toEqual([])
    await context.close()
  }, 120_000)

  it('opens and logs without a network: shown as of before, notes waiting, sent in order when it is back, each once', async () => {
    const { leadId } = await prepare('地下车库')
    const { page, context, errors } = await openView(
      browser,
      view('phone-zh-CN-light'),
      await session('rep'),
      { worker: true },
    )
    await page.goto(at('/today'))
    const card = page.locator(`[data-next="${leadId}"]`)
    await card.locator('button:has(.lucide-check)').tap()
    await card.locator('button:has(.lucide-pencil-line)').waitFor()
    // The page belongs to the worker from its second load on; what it asks for then is kept.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.reload()
    await card.locator('button:has(.lucide-pencil-line)').waitFor()
    await page.waitForFunction(async () => {
      const [name] = (await caches.keys()).filter((one) => one.startsWith('peineng-kept.'))
      const kept = name === undefined ? [] : await (await caches.open(name)).keys()
      return kept.some(({ url }) => url.includes('/api/v1/leads?'))
    })

    await context.setOffline(true)
    await page.reload()
    await card.locator('button:has(.lucide-pencil-line)').waitFor()
    await page.locator('[role=status]', { hasText: '已离线，内容截至' }).waitFor()
    for (const note of ['第一条：见到了科长', '第二条：约了周五']) {
      await card.locator('button:has(.lucide-pencil-line)').tap()
      await page.locator(`${dialog} textarea`).fill(note)
      await page.locator(`${dialog} [data-result=connected]`).tap()
      await page.locator(dialog).waitFor({ state: 'detached' })
    }
    await page.locator('[data-queue="2"]').waitFor()
    expect(await violationsOn(page)).toEqual([])
    await context.setOffline(false)
    await page.locator('[data-queue]').waitFor({ state: 'detached' })
    const log = await ask<{ items: { summary: string }[] }>(context, 'get', `activities?itemId=${leadId}`)
    expect(log.body.items.map((item) => item.summary)).toEqual(['第二条：约了周五', '第一条：见到了科长'])

    // Who signs out leaves nothing behind.
    await page.locator('nav button:has(.lucide-circle-user-round)').tap()
    await page.locator(`${dialog} button:has(.lucide-log-out)`).tap()
    await page.waitForURL('**/sign-in**')
    const left = await page.evaluate(async () => ({
      caches: (await caches.keys()).filter((name) => name.startsWith('peineng-kept.')),
      session: localStorage.getItem('peineng.kept-session'),
    }))
    expect(left).toEqual({ caches: [], session: null })
    expect(unexpected(errors)).toEqual([])
    await context.close()
  }, 120_000)

  it('a card without a day is refused with the sentence that would do, and taken with one press', async () => {
    const { page, context } = await openView(browser, view('desktop-en-dark'), await session('owner'))
    await page.goto(at('/tasks'))
    await openDialog(page)
    await page.locator(`${dialog} form input`).first().fill('Contact potential customers')
    await page.locator(`${dialog} button[type=submit]`).click()
    const alert = page.locator(`${dialog} [role=alert]`)
    await alert.filter({ hasText: 'Say by when' }).waitFor()
    expect(await violationsOn(page)).toEqual([])
    await alert.locator('button').click()
    await page.locator(`${dialog} button[type=submit]`).click()
    await page.locator(dialog).waitFor({ state: 'detached' })
    await page.locator('[data-task]', { hasText: 'Contact potential customers' }).waitFor()

    // Dragged with a mouse from one column to the next.
    const made = page.locator('[data-column=todo] [data-task]', { hasText: 'Contact potential customers' })
    const moved = page.locator('[data-column=doing] [data-task]', { hasText: 'Contact potential customers' })
    // A refresh of the board in the middle of a drag ends it, as it does for a person, who then drags again.
    for (let tries = 0; tries < 4 && (await moved.count()) === 0; tries++) {
      await made.dragTo(page.locator('[data-column=doing]'))
      await moved.waitFor({ timeout: 4_000 }).catch(() => undefined)
    }
    await moved.waitFor()
    await context.close()
  }, 120_000)
})

async function openDialog(page: Page): Promise<void> {
  await page.locator('main header button:has(.lucide-plus)').click()
  await page.locator(`${dialog} form`).waitFor()
}
