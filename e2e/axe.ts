import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type Violation = { rule: string; help: string; where: string[] }

/**
 * Every rule of axe, on everything shown right now or only on what `within` selects; `[]` is the only acceptable answer.
 */
export async function violationsOn(page: Page, within?: string): Promise<Violation[]> {
  // What still fades in has the contrast of half a second, which nobody reads by.
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)))
    await Promise.allSettled(moving.map((animation) => animation.finished))
  })
  // Half a megabyte of rules, read once a page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const results = await page.evaluate(
    (selector) =>
      (
        globalThis as unknown as {
          axe: { run: (context: Document | object, options: object) => Promise<AxeResults> }
        }
      ).axe.run(selector === null ? document : { include: [selector] }, { resultTypes: ['violations'] }),
    within ?? null,
  )
  return results.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes
      .slice(0, 6)
      .map((node) => `${node.target.join(' ')} :: ${node.any[0]?.message ?? node.html}`.slice(0, 300)),
  }))
}
