import type { Page, Route } from 'playwright-core'

export const dialog = '[role=dialog]'

/** One at a time: two views that look whether something is there and make it would make it twice. */
let connecting: Promise<unknown> = Promise.resolve()
/** Connects what the demo does not: a robot and a webhook that are switched off, so that nothing leaves the machine. */
const connect = (path: 'channels' | 'webhooks', body: Record<string, unknown>) => async (page: Page) => {
  const mine = connecting.then(() => makeOnce(page, path, body))
  connecting = mine.catch(() => undefined)
  await mine
  await page.reload()
  await page.waitForSelector('main [role=tabpanel] li')
}
const makeOnce = async (
  page: Page,
  path: 'channels' | 'webhooks',
  body: Record<string, unknown>,
): Promise<void> => {
  await page.evaluate(
    async ([url, sent]) => {
      const { items } = (await (await fetch(url)).json()) as { items: unknown[] }
      if (items.length > 0) return
      const made = (await (
        await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(sent),
        })
      ).json()) as { id: string }
      if (url.endsWith('webhooks')) await fetch(`${url}/${made.id}/test`, { method: 'POST' })
    },
    [`/api/v1/${path}`, body] as const,
  )
}
export const aRobot = connect('channels', {
  vendor: 'dingtalk',
  name: '华东销售群',
  enabled: false,
  secret: 'SEC-of-the-browser-test',
  address: 'https://oapi.dingtalk.com/robot/send?access_token=browser-test',
})
export const aWebhook = connect('webhooks', {
  url: 'https://example.com/peineng',
  description: 'ERP',
  enabled: false,
  eventTypes: ['lead.owned', 'lead.closed'],
})
/** Opens what a button of the page opens. */
export const press =
  (button: string, before?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await before?.(page)
    await page.locator(button).first().click()
    await page.waitForSelector(dialog)
  }

/** Changes the address inside the app. */
const walk = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => history.pushState({}, '', to), path)

/** Opens the panel of the first lead that somebody owns. */
export const openLead = async (page: Page): Promise<void> => {
  const id = await page.evaluate(async () => {
    const first = async (more: string): Promise<string | undefined> => {
      const answer = await fetch(`/api/v1/leads?state=owned&limit=1${more}`)
      return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id
    }
    // A rep's own: among what they see is what they handed over lately and cannot give back.
    return (await first('&owner=me')) ?? (await first(''))
  })
  await walk(page, `/leads?open=${id}`)
  await page.waitForSelector(`${dialog} dl`)
}

/** What stands under the load board is loaded when the board is there. */
export const scrollToLoad = async (page: Page): Promise<void> => {
  await page.locator('[data-indicators]').scrollIntoViewIfNeeded()
}

/** … and asks what is kept about its person. */
export const openPerson = async (page: Page): Promise<void> => {
  await openLead(page)
  await page.getByRole('button', { name: /更多操作|More actions/ }).click()
  await page.getByRole('menuitem', { name: /个人数据|Personal data/ }).click()
  await page.getByRole('button', { name: /删除个人数据|Erase…/ }).waitFor()
}

/** … and asks why. */
export const openWhy = async (page: Page): Promise<void> => {
  await openLead(page)
  await page.locator(`${dialog} section button`).first().click()
  await page.waitForSelector(`${dialog} details`)
}

/** Opens the panel of the first row of a list of records. */
export const openRecord =
  (noun: 'accounts' | 'opportunities', path: string) =>
  async (page: Page): Promise<void> => {
    const id = await page.evaluate(async (url) => {
      const answer = await fetch(url)
      return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id
    }, `/api/v1/${noun}?limit=1`)
    await walk(page, `/${path}?open=${id}`)
    await page.waitForSelector(`${dialog} dl`)
  }
/** Opens the newest plan once it is worked out. */
export const openPlan = async (page: Page): Promise<void> => {
  await page.locator('main [data-plan] button').first().click()
  await page.waitForSelector('main [role=tablist]')
}
export const openPlanMove = async (page: Page): Promise<void> => {
  await openPlan(page)
  await page.locator('main [role=tab]').nth(1).click()
  await page.locator('main [data-move] button').first().click()
  await page.waitForSelector(`${dialog} dl`)
}
export const openPlanPrices = async (page: Page): Promise<void> => {
  await openPlan(page)
  await page.locator('main [role=tab]').nth(2).click()
  await page.waitForSelector('main [role=tabpanel] p')
}
export const openPlanStart = async (page: Page): Promise<void> => {
  await page.locator('main section button').nth(2).click()
  await page.waitForSelector(`${dialog} label`)
}

export const handover = 'main [data-handover]'
export const openHandover = async (page: Page): Promise<void> => {
  await page.locator(`${handover} button`).first().click()
  await page.waitForSelector(`${dialog} [data-field]`)
}
export const openDecline = async (page: Page): Promise<void> => {
  await openHandover(page)
  await page.locator(`${dialog} [data-decline]`).click()
  await page.waitForSelector(`${dialog} form textarea`)
}
/** A lead a colleague had before: its contact data wait for the handover to be read. */
export const openGatedLead = async (page: Page): Promise<void> => {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/handovers?view=read&state=submitted')
    const { items } = (await answer.json()) as { items: { items: { id: string; kind: string }[] }[] }
    return items.flatMap((one) => one.items).find((item) => item.kind === 'lead')?.id
  })
  await page.goto(new URL(`/leads?open=${id}`, page.url()).href)
  await page.waitForSelector(`${dialog} [data-gate]`)
}

/** The first record of the pool. */
export const openPoolRecord = async (page: Page): Promise<void> => {
  await page
    .locator('main [data-row]')
    .first()
    .click({ position: { x: 60, y: 18 } })
  await page.waitForSelector(`${dialog} dl`)
}

export const openPoolSettings = async (page: Page): Promise<void> => {
  await page.locator('main header button').last().click()
  await page.waitForSelector(`${dialog} form input`)
}

/** Gives a lead back: where to, and why. */
export const openRelease = async (page: Page): Promise<void> => {
  await openLead(page)
  await page.locator(`${dialog} button[aria-haspopup=menu]`).first().click()
  await page.locator('[role=menuitem]:has(.lucide-undo-2)').click()
  await page.waitForSelector(`${dialog} textarea`)
}

/** Opens the page of the first rep. */
export const openRep = async (page: Page): Promise<void> => {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/capability')
    return ((await answer.json()) as { reps: { rep: { id: string } }[] }).reps[0]?.rep.id
  })
  await page.goto(new URL(`/people/${id}`, page.url()).href)
  await page.waitForSelector('[role=img]')
}

/** … down to how many customers and how much talking a day suit them. */
export const openPace = async (page: Page): Promise<void> => {
  await openRep(page)
  await page.locator('[data-pace]').scrollIntoViewIfNeeded()
}

/** … down to what they got, and what the others did without names. */
export const openFairness = async (page: Page): Promise<void> => {
  await openRep(page)
  await page.locator('[data-fairness]').scrollIntoViewIfNeeded()
}
/** Ctrl K, and what is called like what is typed. */
export const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.locator(`${dialog} [cmdk-input]`).fill('安泰')
  await page.waitForSelector(
    `${dialog} [cmdk-item][data-value*="安泰"], ${dialog} [cmdk-group]:nth-of-type(3)`,
  )
}
/** `e` on the row: the person and the amount are changed where they stand. */
export const editCell = async (page: Page): Promise<void> => {
  await page.locator('main [data-row]').first().focus()
  await page.keyboard.press('e')
  await page.waitForSelector('main [data-row] input[type=text], main [data-row] input:not([type])')
}
export const openComparison = async (page: Page): Promise<void> => {
  await page.locator('main button:has(.lucide-git-compare)').first().click()
  await page.waitForSelector(`${dialog} li, ${dialog} pre`)
}
/** The numbers of the draw, for whoever checks it. */
export const openAudit = async (page: Page): Promise<void> => {
  await openWhy(page)
  const audit = page.locator(`${dialog} details`).last()
  await audit.locator('summary').click()
  await audit.scrollIntoViewIfNeeded()
}
/** Why it waits, until when, and who would have it. */
export const openWaiting = async (page: Page): Promise<void> => {
  await page
    .locator('main [data-row]')
    .first()
    .click({ position: { x: 80, y: 18 } })
  await page.waitForSelector(`${dialog} ol li`)
}
/** A plan for whoever leaves, before it is carried out. */
export const openDeparture = async (page: Page): Promise<void> => {
  await page.locator('main [data-plan] button').nth(1).click()
  await page.waitForSelector('main [role=tablist]')
}
export const openSecondFactor = async (page: Page): Promise<void> => {
  await page.locator('main section button').nth(1).click()
  await page.locator(`${dialog} input[type=password]`).fill('peineng-demo')
  await page.locator(`${dialog} button[type=submit]`).click()
  await page.waitForSelector(`${dialog} input[readonly]`)
}
/** Somebody who was asked to join, on their first page. */
export const openInvitation = async (page: Page): Promise<void> => {
  const link = await page.evaluate(async () => {
    const send = async (path: string, method: string, body?: unknown) =>
      fetch(path, {
        method,
        ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      })
    await send('/api/v1/session', 'POST', { email: 'owner@demo.peineng', password: 'peineng-demo' })
    const made = (await (await send('/api/v1/invitations', 'POST', { role: 'rep' })).json()) as {
      link: string
    }
    await send('/api/v1/session', 'DELETE')
    return made.link
  })
  await page.goto(new URL(new URL(link).pathname, page.url()).href)
  await page.waitForSelector('form input[type=password]')
}
/**
 * Answers in the server's place while the page is where it is; whatever comes after it reaches the server. The route stays:
 * taken away while the next page loads, its requests were sometimes held for ever.
 */
async function insteadOfServer(
  page: Page,
  requests: string,
  answer: (route: Route) => Promise<void>,
): Promise<void> {
  const { pathname } = new URL(page.url())
  await page.route(requests, (route) =>
    new URL(page.url()).pathname === pathname ? answer(route) : route.continue(),
  )
}
/** What a list says when the server is away, and how it is asked again. */
export const withoutServer = async (page: Page): Promise<void> => {
  await insteadOfServer(page, '**/api/v1/accounts**', (route) => route.abort('connectionrefused'))
  await page.reload()
  await page.waitForSelector('main [role=alert] button')
}
/** Signed out elsewhere: asked for the password over the page, which stays. */
export const endSession = async (page: Page): Promise<void> => {
  await insteadOfServer(page, '**/api/v1/leads**', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: '', status: 401, code: 'UNAUTHENTICATED' }),
    }),
  )
  await page.locator('main input[type=search]').fill('医院')
  await page.waitForSelector(`${dialog} input[type=password]`)
}
/** A sheet with rows that cannot be read: which, why, and the file to repair. */
export const tryBadSheet = async (page: Page): Promise<void> => {
  const rows = [
    '客户名称,联系人,手机号,预计金额,地区',
    '仁和医院,王芳,12,30万,华东',
    '同济中医院,,13900005555,很多,华北',
    ',,,,',
  ]
  await page.locator('main input[type=file]').setInputFiles({
    name: '待修正的线索.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  })
  await page.locator('main button:has(.lucide-flask-conical)').click()
  await page.waitForSelector('main button:has(.lucide-play)')
}

export const openTask = async (page: Page): Promise<void> => {
  await page.locator('[data-task] button').first().click()
  await page.waitForSelector(`${dialog} [data-confirmation]`)
}
export const openTaskEdit = async (page: Page): Promise<void> => {
  await openTask(page)
  await page.locator(`${dialog} button:has(.lucide-pencil)`).first().click()
  await page.waitForSelector(`${dialog} form fieldset`)
}
export const openCalled = async (page: Page): Promise<void> => {
  await page.locator('[data-called] button').first().click()
  await page.waitForSelector(`${dialog} [data-candidate]`)
}
export const openNewTask = async (page: Page): Promise<void> => {
  await page.locator('main header button:has(.lucide-plus)').click()
  await page.waitForSelector(`${dialog} form textarea`)
}
/** The notes of whoever has the most doubtful ones. */
export const openFlagged = async (page: Page): Promise<void> => {
  const flagged = page.locator('main [data-flagged]').first()
  // On a Monday morning they are of the week before.
  if ((await flagged.count()) === 0) await page.locator('main button:has(.lucide-chevron-left)').click()
  await flagged.click()
  await page.waitForSelector('[data-entries] li')
}
export const openLogDialog = async (page: Page): Promise<void> => {
  await page.locator('[data-next] button:has(.lucide-pencil-line)').first().click()
  await page.waitForSelector(`${dialog} [data-result]`)
  await page.locator(`${dialog} [aria-expanded=false]`).first().click()
  await page.waitForSelector(`${dialog} .lucide-copy`)
}
