// `npm run soak`: the tests that kill and race, for many more rounds. A test takes part by reading PEINENG_SOAK.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { listFiles, root } from './build.mjs'
import { runPackage } from './run-steps.mjs'

const files = ['server/src', 'server/test']
  .flatMap((folder) => listFiles(join(root, folder)))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('PEINENG_SOAK'))
if (files.length === 0) throw new Error('no test reads PEINENG_SOAK')
await runPackage(
  'vitest',
  'vitest.mjs',
  ['run', '--project', 'server', ...files.map((file) => relative(root, file))],
  {
    env: { PEINENG_SOAK: '1' },
  },
)
