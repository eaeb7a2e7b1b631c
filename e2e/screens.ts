import type { Page } from 'playwright-core'

export type Who = 'owner' | 'ops' | 'manager' | 'rep' | 'auditor'

/** One screen, or one state of it that looks different, as somebody of the demo company sees it. */
export interface Screen {
  readonly name: string
  readonly path: string
  /** What is on the page once it shows its content. */
  readonly ready: string
  /** Who looks; nobody = before signing in. */
  readonly who: Who | null
  /** `ready` is there but not to be seen (a file input behind a button). */
  readonly hidden?: true
  /** Brings the page into the state meant, such as a panel opened. */
  readonly act?: (page: Page) => Promise<void>
  /** Shown at one size only, e.g. a bar that phones do not have. */
  readonly only?: 'desktop' | 'phone'
  /** For looking at: what it consists of is opened with axe by another screen or journey, and a test costs four readings. */
  readonly picture?: true
}

const dialog = '[role=dialog]'

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
const aRobot = connect('channels', {
  vendor: 'dingtalk',
  name: '华东销售群',
  enabled: false,
  secret: 'SEC-of-the-browser-test',
  address: 'https://oapi.dingtalk.com/robot/send?access_token=browser-test',
})
const aWebhook = connect('webhooks', {
  url: 'https://example.com/peineng',
  description: 'ERP',
  enabled: false,
  eventTypes: ['lead.owned', 'lead.closed'],
})
/** Opens what a button of the page opens. */
const press =
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
const openLead = async (page: Page): Promise<void> => {
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
const scrollToLoad = async (page: Page): Promise<void> => {
  await page.locator('[data-indicators]').scrollIntoViewIfNeeded()
}

/** … and asks what is kept about its person. */
const openPerson = async (page: Page): Promise<void> => {
  await openLead(page)
  await page.getByRole('button', { name: /更多操作|More actions/ }).click()
  await page.getByRole('menuitem', { name: /个人数据|Personal data/ }).click()
  await page.getByRole('button', { name: /删除个人数据|Erase…/ }).waitFor()
}

/** … and asks why. */
const openWhy = async (page: Page): Promise<void> => {
  await openLead(page)
  await page.locator(`${dialog} section button`).first().click()
  await page.waitForSelector(`${dialog} details`)
}

/** Opens the panel of the first row of a list of records. */
const openRecord =
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
const openPlan = async (page: Page): Promise<void> => {
  await page.locator('main [data-plan] button').first().click()
  await page.waitForSelector('main [role=tablist]')
}
const openPlanMove = async (page: Page): Promise<void> => {
  await openPlan(page)
  await page.locator('main [role=tab]').nth(1).click()
  await page.locator('main [data-move] button').first().click()
  await page.waitForSelector(`${dialog} dl`)
}
const openPlanPrices = async (page: Page): Promise<void> => {
  await openPlan(page)
  await page.locator('main [role=tab]').nth(2).click()
  await page.waitForSelector('main [role=tabpanel] p')
}
const openPlanStart = async (page: Page): Promise<void> => {
  await page.locator('main section button').nth(2).click()
  await page.waitForSelector(`${dialog} label`)
}

const handover = 'main [data-handover]'
const openHandover = async (page: Page): Promise<void> => {
  await page.locator(`${handover} button`).first().click()
  await page.waitForSelector(`${dialog} [data-field]`)
}
const openDecline = async (page: Page): Promise<void> => {
  await openHandover(page)
  await page.locator(`${dialog} [data-decline]`).click()
  await page.waitForSelector(`${dialog} form textarea`)
}
/** A lead a colleague had before: its contact data wait for the handover to be read. */
const openGatedLead = async (page: Page): Promise<void> => {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/handovers?view=read&state=submitted')
    const { items } = (await answer.json()) as { items: { items: { id: string; kind: string }[] }[] }
    return items.flatMap((one) => one.items).find((item) => item.kind === 'lead')?.id
  })
  await page.goto(new URL(`/leads?open=${id}`, page.url()).href)
  await page.waitForSelector(`${dialog} [data-gate]`)
}

/** The first record of the pool. */
const openPoolRecord = async (page: Page): Promise<void> => {
  await page
    .locator('main [data-row]')
    .first()
    .click({ position: { x: 60, y: 18 } })
  await page.waitForSelector(`${dialog} dl`)
}

const openPoolSettings = async (page: Page): Promise<void> => {
  await page.locator('main header button').last().click()
  await page.waitForSelector(`${dialog} form input`)
}

/** Gives a lead back: where to, and why. */
const openRelease = async (page: Page): Promise<void> => {
  await openLead(page)
  await page.locator(`${dialog} button[aria-haspopup=menu]`).first().click()
  await page.locator('[role=menuitem]:has(.lucide-undo-2)').click()
  await page.waitForSelector(`${dialog} textarea`)
}

/** Opens the page of the first rep. */
const openRep = async (page: Page): Promise<void> => {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/capability')
    return ((await answer.json()) as { reps: { rep: { id: string } }[] }).reps[0]?.rep.id
  })
  await page.goto(new URL(`/people/${id}`, page.url()).href)
  await page.waitForSelector('[role=img]')
}

/** … down to what they got, and what the others did without names. */
const openFairness = async (page: Page): Promise<void> => {
  await openRep(page)
  await page.locator('[data-fairness]').scrollIntoViewIfNeeded()
}
/** Ctrl K, and what is called like what is typed. */
const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.locator(`${dialog} [cmdk-input]`).fill('安泰')
  await page.waitForSelector(
    `${dialog} [cmdk-item][data-value*="安泰"], ${dialog} [cmdk-group]:nth-of-type(3)`,
  )
}
/** `e` on the row: the person and the amount are changed where they stand. */
const editCell = async (page: Page): Promise<void> => {
  await page.locator('main [data-row]').first().focus()
  await page.keyboard.press('e')
  await page.waitForSelector('main [data-row] input[type=text], main [data-row] input:not([type])')
}
const openComparison = async (page: Page): Promise<void> => {
  await page.locator('main button:has(.lucide-git-compare)').first().click()
  await page.waitForSelector(`${dialog} li, ${dialog} pre`)
}
/** The numbers of the draw, for whoever checks it. */
const openAudit = async (page: Page): Promise<void> => {
  await openWhy(page)
  const audit = page.locator(`${dialog} details`).last()
  await audit.locator('summary').click()
  await audit.scrollIntoViewIfNeeded()
}
/** Why it waits, until when, and who would have it. */
const openWaiting = async (page: Page): Promise<void> => {
  await page
    .locator('main [data-row]')
    .first()
    .click({ position: { x: 80, y: 18 } })
  await page.waitForSelector(`${dialog} ol li`)
}
/** A plan for whoever leaves, before it is carried out. */
const openDeparture = async (page: Page): Promise<void> => {
  await page.locator('main [data-plan] button').nth(1).click()
  await page.waitForSelector('main [role=tablist]')
}
const openSecondFactor = async (page: Page): Promise<void> => {
  await page.locator('main section button').nth(1).click()
  await page.locator(`${dialog} input[type=password]`).fill('peineng-demo')
  await page.locator(`${dialog} button[type=submit]`).click()
  await page.waitForSelector(`${dialog} input[readonly]`)
}
/** Somebody who was asked to join, on their first page. */
const openInvitation = async (page: Page): Promise<void> => {
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
/** What a list says when the server is away, and how it is asked again. */
const withoutServer = async (page: Page): Promise<void> => {
  const away = '**/api/v1/accounts**'
  await page.route(away, (route) => route.abort('connectionrefused'))
  await page.reload()
  await page.waitForSelector('main [role=alert] button')
  page.once('framenavigated', () => void page.unroute(away))
}
/** Signed out elsewhere: asked for the password over the page, which stays. */
const endSession = async (page: Page): Promise<void> => {
  const ended = '**/api/v1/leads**'
  await page.route(ended, (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: '', status: 401, code: 'UNAUTHENTICATED' }),
    }),
  )
  await page.locator('main input[type=search]').fill('医院')
  await page.waitForSelector(`${dialog} input[type=password]`)
  page.once('framenavigated', () => void page.unroute(ended))
}
/** A sheet with rows that cannot be read: which, why, and the file to repair. */
const tryBadSheet = async (page: Page): Promise<void> => {
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

const openTask = async (page: Page): Promise<void> => {
  await page.locator('[data-task] button').first().click()
  await page.waitForSelector(`${dialog} [data-confirmation]`)
}
const openTaskEdit = async (page: Page): Promise<void> => {
  await openTask(page)
  await page.locator(`${dialog} button:has(.lucide-pencil)`).first().click()
  await page.waitForSelector(`${dialog} form fieldset`)
}
const openNewTask = async (page: Page): Promise<void> => {
  await page.locator('main header button:has(.lucide-plus)').click()
  await page.waitForSelector(`${dialog} form textarea`)
}
/** The notes of whoever has the most doubtful ones. */
const openFlagged = async (page: Page): Promise<void> => {
  const flagged = page.locator('main [data-flagged]').first()
  // On a Monday morning they are of the week before.
  if ((await flagged.count()) === 0) await page.locator('main button:has(.lucide-chevron-left)').click()
  await flagged.click()
  await page.waitForSelector('[data-entries] li')
}
const openLogDialog = async (page: Page): Promise<void> => {
  await page.locator('[data-next] button:has(.lucide-pencil-line)').first().click()
  await page.waitForSelector(`${dialog} [data-result]`)
  await page.locator(`${dialog} [aria-expanded=false]`).first().click()
  await page.waitForSelector(`${dialog} .lucide-copy`)
}

/**
 * Every screen there is, a line each: all of them are opened by the browser test (errors, axe) and pictured by
 * `npm run screens`. A new screen is added here.
 */
export const screens: readonly Screen[] = [
  { name: 'sign-in', path: 'sign-in', ready: 'form', who: null },
  { name: 'sign-up', path: 'sign-up', ready: 'form', who: null },
  { name: 'forgot', path: 'forgot', ready: 'form', who: null },
  { name: 'invite', path: 'sign-in', ready: 'form', who: null, act: openInvitation, picture: true },
  { name: 'account', path: 'account', ready: 'main li', who: 'auditor' },
  {
    name: 'second-factor',
    path: 'account',
    ready: 'main li',
    who: 'auditor',
    act: openSecondFactor,
    picture: true,
  },
  { name: 'start', path: 'start', ready: 'main h2', who: 'owner' },
  { name: 'today-team', path: 'today', ready: 'main ul li a', who: 'owner' },
  { name: 'today', path: 'today', ready: '[data-next]', who: 'rep' },
  {
    name: 'offer-decline',
    path: 'today',
    ready: '[data-offer]',
    who: 'rep',
    act: async (page) => {
      await page.locator('[data-offer] button').last().click()
      await page.waitForSelector(`${dialog} li button`)
    },
  },
  { name: 'leads', path: 'leads?sort=-score', ready: 'main [data-row]', who: 'owner' },
  {
    name: 'leads-waiting',
    path: 'leads?view=waiting',
    ready: 'main [data-row]',
    who: 'owner',
    picture: true,
  },
  {
    name: 'lead-cell-edit',
    path: 'leads?sort=-score',
    ready: 'main [data-row]',
    who: 'owner',
    only: 'desktop',
    act: editCell,
    picture: true,
  },
  {
    name: 'palette',
    path: 'leads',
    ready: 'main [data-row]',
    who: 'owner',
    only: 'desktop',
    act: openPalette,
    picture: true,
  },
  {
    name: 'session-ended',
    path: 'leads',
    ready: 'main [data-row]',
    who: 'ops',
    only: 'desktop',
    act: endSession,
    picture: true,
  },
  { name: 'lead', path: 'leads', ready: 'main [data-row]', who: 'owner', act: openLead },
  { name: 'lead-person', path: 'leads', ready: 'main [data-row]', who: 'owner', act: openPerson },
  { name: 'why', path: 'leads', ready: 'main [data-row]', who: 'owner', act: openWhy },
  {
    name: 'why-audit',
    path: 'leads',
    ready: 'main [data-row]',
    who: 'auditor',
    act: openAudit,
    picture: true,
  },
  { name: 'customers', path: 'customers', ready: 'main [data-row]', who: 'owner' },
  { name: 'load-failed', path: 'customers', ready: 'main', who: 'manager', act: withoutServer },
  {
    name: 'customer',
    path: 'customers',
    ready: 'main input[type=search]',
    who: 'owner',
    act: openRecord('accounts', 'customers'),
  },
  { name: 'opportunities', path: 'opportunities', ready: 'main [data-row]', who: 'owner' },
  { name: 'pool', path: 'pool', ready: 'main [data-row]', who: 'rep' },
  { name: 'pool-grab', path: 'pool?view=grab', ready: 'main [data-row]', who: 'rep' },
  { name: 'pool-record', path: 'pool', ready: 'main [data-row]', who: 'rep', act: openPoolRecord },
  { name: 'pool-settings', path: 'pool', ready: 'main [data-row]', who: 'owner', act: openPoolSettings },
  { name: 'release-to-pool', path: 'leads', ready: 'main [data-row]', who: 'rep', act: openRelease },
  { name: 'followup', path: 'followup', ready: 'main [data-prompt]', who: 'owner' },
  { name: 'followup-health', path: 'followup?view=health', ready: 'main ol li', who: 'rep' },
  { name: 'followup-log', path: 'followup?view=firings', ready: 'main [role=tabpanel] li', who: 'auditor' },
  { name: 'handovers', path: 'handovers?view=all', ready: 'main table', who: 'owner' },
  { name: 'handover-read', path: 'handovers?view=read', ready: handover, who: 'rep', act: openHandover },
  { name: 'handover-write', path: 'handovers?view=write', ready: handover, who: 'rep', act: openHandover },
  { name: 'handover-decline', path: 'handovers?view=read', ready: handover, who: 'rep', act: openDecline },
  { name: 'lead-gate', path: 'handovers?view=read', ready: handover, who: 'rep', act: openGatedLead },
  { name: 'tasks', path: 'tasks', ready: '[data-task]', who: 'owner' },
  { name: 'tasks-mine', path: 'tasks', ready: 'main [data-column]', who: 'rep' },
  { name: 'tasks-list', path: 'tasks?view=list.all', ready: 'main [data-row], [data-task]', who: 'owner' },
  {
    name: 'tasks-calendar',
    path: 'tasks?view=calendar.all',
    ready: 'main [data-day]',
    who: 'owner',
    hidden: true,
  },
  { name: 'tasks-insights', path: 'tasks?view=insights.all', ready: 'main table', who: 'owner' },
  { name: 'task', path: 'tasks', ready: '[data-task]', who: 'owner', act: openTask },
  { name: 'task-edit', path: 'tasks', ready: '[data-task]', who: 'owner', act: openTaskEdit },
  { name: 'task-new', path: 'tasks', ready: '[data-task]', who: 'owner', act: openNewTask },
  { name: 'log', path: 'log', ready: 'main [data-rep]', who: 'owner', act: openFlagged },
  { name: 'log-dialog', path: 'today', ready: '[data-next]', who: 'rep', act: openLogDialog },
  { name: 'assign', path: 'assign', ready: 'main header button', who: 'owner' },
  {
    name: 'assign-waiting',
    path: 'assign',
    ready: 'main [data-row]',
    who: 'owner',
    act: openWaiting,
    picture: true,
  },
  { name: 'plans', path: 'plan', ready: 'main [data-plan]', who: 'owner' },
  { name: 'plan', path: 'plan', ready: 'main [data-plan]', who: 'owner', act: openPlan },
  {
    name: 'plan-departure',
    path: 'plan',
    ready: 'main [data-plan]',
    who: 'owner',
    act: openDeparture,
    picture: true,
  },
  { name: 'plan-moves', path: 'plan', ready: 'main [data-plan]', who: 'owner', act: openPlanMove },
  { name: 'plan-prices', path: 'plan', ready: 'main [data-plan]', who: 'owner', act: openPlanPrices },
  { name: 'plan-start', path: 'plan', ready: 'main section button', who: 'manager', act: openPlanStart },
  { name: 'people', path: 'people', ready: 'main [data-row]', who: 'owner' },
  { name: 'people-load', path: 'people', ready: '[data-indicators]', who: 'owner', act: scrollToLoad },
  { name: 'capability', path: 'capability', ready: 'main [data-row]', who: 'owner' },
  {
    name: 'capability-grid',
    path: 'capability?view=customerType',
    ready: 'main [data-row]:visible',
    who: 'manager',
  },
  {
    name: 'models',
    path: 'models',
    ready: 'main [data-model-state] ~ *, main [data-model-state]',
    who: 'owner',
  },
  { name: 'person-capability', path: 'people', ready: 'main [data-row]', who: 'owner', act: openRep },
  { name: 'person-fairness', path: 'people', ready: 'main [data-row]', who: 'owner', act: openFairness },
  { name: 'import', path: 'import', ready: 'main input[type=file]', who: 'owner', hidden: true },
  {
    name: 'import-errors',
    path: 'import',
    ready: 'main input[type=file]',
    who: 'ops',
    hidden: true,
    act: tryBadSheet,
    picture: true,
  },
  { name: 'policy', path: 'policy', ready: 'main [role=tabpanel] ol', who: 'owner' },
  { name: 'policy-history', path: 'policy?view=history', ready: 'main [role=tabpanel] li', who: 'auditor' },
  {
    name: 'policy-compare',
    path: 'policy?view=history',
    ready: 'main [role=tabpanel] li',
    who: 'auditor',
    act: openComparison,
  },
  { name: 'policy-presets', path: 'policy?view=presets', ready: 'main [role=tabpanel] ul', who: 'owner' },
  {
    name: 'policy-draft',
    path: 'policy?view=draft',
    ready: 'main [role=tabpanel]:not([hidden]) button',
    who: 'owner',
    picture: true,
  },
  { name: 'settings', path: 'settings', ready: 'main form input', who: 'owner' },
  { name: 'notifications', path: 'notifications', ready: 'main ul li', who: 'rep' },
  {
    name: 'notifications-panel',
    path: 'today',
    ready: 'main ul li',
    who: 'owner',
    only: 'desktop',
    act: press('aside button[aria-expanded]'),
  },
  {
    name: 'settings-notifications',
    path: 'settings?view=notifications',
    ready: 'main [role=tabpanel] table',
    who: 'rep',
  },
  {
    name: 'settings-channels',
    path: 'settings?view=channels',
    ready: 'main [role=tabpanel] button',
    who: 'owner',
    act: aRobot,
  },
  {
    name: 'settings-channel',
    path: 'settings?view=channels',
    ready: 'main [role=tabpanel] button',
    who: 'owner',
    act: press('main [role=tabpanel] li button:nth-of-type(3)', aRobot),
  },
  {
    name: 'settings-webhooks',
    path: 'settings?view=webhooks',
    ready: 'main [role=tabpanel] button',
    who: 'owner',
    act: aWebhook,
  },
  {
    name: 'settings-webhook-log',
    path: 'settings?view=webhooks',
    ready: 'main [role=tabpanel] button',
    who: 'owner',
    act: press('main [role=tabpanel] li button:nth-of-type(2)', aWebhook),
  },
  { name: 'settings-members', path: 'settings?view=members', ready: 'main [role=tabpanel] li', who: 'owner' },
  { name: 'settings-keys', path: 'settings?view=keys', ready: 'main [role=tabpanel] button', who: 'owner' },
  {
    name: 'settings-calendar',
    path: 'settings?view=calendar',
    ready: 'main [role=tabpanel] li',
    who: 'owner',
  },
  {
    name: 'settings-attributes',
    path: 'settings?view=attributes',
    ready: 'main [role=tabpanel] button',
    who: 'owner',
  },
]
