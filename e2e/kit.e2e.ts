import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { serveBuiltWeb } from './serve-web.ts'
import { fontsReady, fourViews, openView } from './views.ts'

describe('the kit in a real browser', () => {
  let browser: Browser
  let web: Awaited<ReturnType<typeof serveBuiltWeb>>

  beforeAll(async () => {
    if (!existsSync(fileURLToPath(new URL('../web/dist/index.html', import.meta.url))))
      throw new Error('build the web app first: npx vite build web')
    web = await serveBuiltWeb()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
  })

  it.each(fourViews)(
    'shows everything without an error and without an axe violation: $name',
    async (view) => {
      const { page, context, errors } = await openView(browser, view)
      await page.goto(`${web.url}kit`)
      await page.waitForSelector('main [data-row]')
      await page.waitForSelector('svg text')
      await fontsReady(page)
      expect(await violationsOn(page)).toEqual([])
      expect(errors).toEqual([])
      await context.close()
    },
  )
})
