// `npm run check`: format, lint, types of every room, architecture.
import { compileMessages } from '../web/scripts/messages/compile.mjs'
import { runNode, runPackage, runSteps } from './run-steps.mjs'

const types = (/** @type {string} */ room) => () =>
  runPackage('@typescript/native', 'bin/tsc', ['-p', `${room}/tsconfig.json`])

await runSteps([
  { name: 'format and lint', run: () => runPackage('@biomejs/biome', 'bin/biome', ['ci']) },
  // The web app's types include its compiled messages.
  { name: 'messages', run: async () => void (await compileMessages()) },
  { name: 'types of the engine', run: types('engine') },
  { name: 'types of the server', run: types('server') },
  { name: 'types of the web app', run: types('web') },
  { name: 'types of the browser tests', run: types('e2e') },
  { name: 'features and their tests', run: () => runNode(['scripts/check-features.mjs']) },
  { name: 'architecture', run: () => runNode(['scripts/check-architecture.mjs']) },
])
