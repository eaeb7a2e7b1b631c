import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { serveBuiltWeb } from './serve-web.ts'
import { fontsReady, fourViews, openView } from './views.ts'

const ready = 'main [data-row]'

const overlays: readonly {
  name: string
  open: (page: Page) => Promise<unknown>
  shown: string
  desktopOnly?: true
}[] = [
  { name: 'palette', open: (page) => page.keyboard.press('Control+k'), shown: '[cmdk-item]' },
  { name: 'help', open: (page) => page.keyboard.press('?'), shown: '[role=dialog] dl' },
  {
    name: 'why',
    open: (page) => page.goto(`${new URL(page.url()).origin}/kit?open=lead-1`),
    shown: '[role=dialog] h2',
  },
  {
    name: 'filter-menu',
    open: (page) => page.locator('main button:has(.lucide-list-filter)').click(),
    shown: '[role=menu]',
  },
  {
    name: 'filter-groups',
    open: async (page) => {
      await page.locator('main button:has(.lucide-list-filter)').click()
      await page.locator('[role=menuitem]').last().click()
      await page.locator('[role=dialog] button:has(.lucide-folder-plus)').click()
    },
    shown: '[role=dialog] fieldset [role=combobox]',
  },
  {
    name: 'columns',
    open: (page) => page.locator('button:has(.lucide-columns-3)').click(),
    shown: '[role=menuitemcheckbox]',
  },
  {
    name: 'select',
    open: (page) => page.locator('main input[role=combobox][readonly]').first().click(),
    shown: '[role=option]',
  },
  {
    name: 'combobox',
    open: (page) => page.locator('main input[role=combobox]:not([readonly])').first().click(),
    shown: '[role=option]',
  },
  {
    name: 'day',
    open: (page) => page.locator('main button:has(.lucide-calendar-days)').first().click(),
    shown: '[role=dialog] [role=gridcell]',
  },
  {
    name: 'days',
    open: (page) => page.locator('main button:has(.lucide-calendar-days)').last().click(),
    shown: '[role=dialog] [role=gridcell]',
  },
  {
    name: 'bulk',
    open: async (page) => {
      await page.locator('[data-row] [role=checkbox]').nth(1).click()
      await page
        .locator('[data-row] [role=checkbox]')
        .nth(3)
        .click({ modifiers: ['Shift'] })
    },
    shown: 'section:has(.lucide-shuffle)',
    desktopOnly: true,
  },
  {
    name: 'toast',
    open: (page) => page.locator('main button', { hasText: /弹出消息|Show a message/ }).click(),
    shown: '[data-sonner-toast]',
  },
  {
    name: 'confirm',
    open: (page) => page.locator('main button', { hasText: /打开对话框|Open dialog/ }).click(),
    shown: '[role=dialog] h2',
  },
  {
    name: 'account',
    open: (page) => page.locator('aside button[aria-haspopup=menu]').click(),
    shown: '[role=menu]',
    desktopOnly: true,
  },
]

/** Both themes, both sizes. */
const views = fourViews.filter(({ name }) => ['desktop-en-dark', 'phone-en-light'].includes(name))

/** What opened, marked so that axe looks at it alone: the page below is checked by itself, and is a hundred times as large. */
async function rootOf(page: Page, shown: string): Promise<string> {
  await page
    .locator(shown)
    .first()
    .evaluate((part) =>
      (
        part.closest('[role=dialog], [role=menu], [role=listbox], [data-sonner-toaster], section') ?? part
      ).setAttribute('data-opened', ''),
    )
  return '[data-opened]'
}

describe('everything that opens over a page', () => {
  let browser: Browser
  let web: Awaited<ReturnType<typeof serveBuiltWeb>>
  beforeAll(async () => {
    web = await serveBuiltWeb()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  // One page per view: loading it is the dear part, and what one overlay leaves behind the next one has to live with.
  it.each(views)(
    'each opens without an error and without an axe violation: $name',
    async (view) => {
      const { page, context, errors } = await openView(browser, view)
      const found: Record<string, unknown> = {}
      for (const { name, open, shown } of overlays.filter((entry) => !(view.phone && entry.desktopOnly))) {
        await page.goto(`${web.url}kit`)
        await page.waitForSelector(ready)
        await open(page)
        await page.waitForSelector(shown)
        await fontsReady(page)
        const violations = await violationsOn(page, await rootOf(page, shown))
        if (violations.length > 0) found[name] = violations
      }
      expect(found).toEqual({})
      expect(errors).toEqual([])
      await context.close()
    },
    600_000,
  )
})
