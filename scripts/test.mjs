// `npm test`: everything, from a clean clone with nothing else installed.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'
import { runNode, runPackage, runSteps } from './run-steps.mjs'

const e2e = join(root, 'e2e')
const hasE2e = existsSync(e2e) && readdirSync(e2e).some((name) => name.endsWith('.e2e.ts'))

await runSteps([
  { name: 'build', run: () => runNode(['scripts/build.mjs', '--if-stale']) },
  { name: 'budgets of the web app', run: () => runNode(['web/scripts/check-budgets.mjs']) },
  { name: 'check', run: () => runNode(['scripts/check.mjs']) },
  { name: 'tests', run: () => runPackage('vitest', 'vitest.mjs', ['run']) },
  ...(hasE2e
    ? [
        {
          name: 'end to end',
          run: () => runPackage('vitest', 'vitest.mjs', ['run', '--config', 'e2e/vitest.config.ts']),
        },
      ]
    : []),
])
