// `npm run screens`: pictures of every screen in two sizes, two languages and two themes, into .cache/views.
// `SCREENS=today,leads npm run screens` takes some of them; `PUBLISH=1` also writes docs/screens.
import { runNode, runPackage, runSteps } from './run-steps.mjs'

await runSteps([
  { name: 'build', run: () => runNode(['scripts/build.mjs', '--if-stale']) },
  {
    name: 'screens',
    run: () => runPackage('vitest', 'vitest.mjs', ['run', '--config', 'e2e/screens.config.ts']),
  },
])
