// A small tree with every violation planted once. Boundary checks were seen to stay green while blind; this one has to
// sing before its silence counts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkArchitecture } from './check.mjs'

const lines = (/** @type {number} */ count) => '// line\n'.repeat(count)

/** Files that are as they should be: nothing may be said about them. */
const INNOCENT = {
  'engine/package.json': '{ "exports": { ".": "./src/index.ts" } }',
  'engine/src/index.ts': `export * from './model/index.ts'\n`,
  'engine/src/model/index.ts': `export const a = 1\n`,
  'engine/src/model/model.test.ts': `import { it } from 'vitest'\nimport { b } from '../rules/index.ts'\n${lines(700)}`,
  'engine/src/testing/index.ts': `import fc from 'fast-check'\nimport { a } from '../model/index.ts'\n`,
  'engine/src/rules/index.ts': `import { a } from '../model/index.ts'\nexport const b = a\n`,
  'engine/src/learning/index.ts': `import { a } from '../model/index.ts'\n`,
  'engine/src/matching/index.ts': `import type { b } from '../rules/index.ts'\n`,
  'server/src/main.ts': `import { p } from './people/index.ts'\nimport { x } from './platform/clock.ts'\n`,
  'server/src/cli/serve.ts': `import { start } from '../main.ts'\n`,
  'server/src/platform/clock.ts': `export const x = 1\n`,
  'server/src/platform/database/pool.ts': `import pg from 'pg'\nimport { Kysely } from 'kysely'\n`,
  'server/src/people/index.ts': `export const p = 1\n`,
  'server/src/people/people.test.ts': `import { q } from '../intake/index.ts'\nimport './testing-app.ts'\n`,
  'server/src/people/testing-app.ts': `import '../intake/index.ts'\n`,
  'server/src/people/inner.ts': `import { a } from '@peineng/engine'\nimport './store.ts'\n`,
  'server/src/people/store.ts': `import { sql } from 'kysely'\n`,
  'server/src/people/routes.ts': `import fastify from 'fastify'\nimport { p } from './index.ts'\n`,
  'server/src/intake/index.ts': `import { p } from '../people/index.ts'\nexport const q = p\n`,
  'web/src/ui/Button.tsx': `import { a } from '@peineng/engine'\nimport './button.css'\n`,
  'web/src/ui/button.css': '',
  'web/src/features/leads/page.tsx': `import { Button } from '../../ui/Button.tsx'\n`,
}

/** One defect each, and a word the report must contain beside the file's name. */
const PLANTED = {
  'engine/src/rules/upward.ts': [`import '../matching/index.ts'`, 'rules may not import matching'],
  'engine/src/rules/type-upward.ts': [
    `import type { x } from '../matching/index.ts'`,
    'rules may not import matching',
  ],
  'engine/src/rules/export-upward.ts': [
    `export * from '../matching/index.ts'`,
    'rules may not import matching',
  ],
  'engine/src/rules/late-upward.ts': [
    `const x = await import('../matching/index.ts')`,
    'rules may not import matching',
  ],
  'engine/src/matching/sideways.ts': [`import '../learning/index.ts'`, 'matching may not import learning'],
  'engine/src/learning/greedy.ts': [`import '../rules/index.ts'`, 'learning may not import rules'],
  'engine/src/model/front.ts': [`import '../index.ts'`, 'do not import the front door'],
  'engine/src/model/reader.ts': [`import { readFileSync } from 'node:fs'`, 'nothing outside itself'],
  'engine/src/model/package.ts': [`import { z } from 'zod'`, 'nothing outside itself'],
  'engine/src/model/server.ts': [
    `import '../../../server/src/platform/clock.ts'`,
    'engine may not import server',
  ],
  'engine/src/model/clock.ts': ['export const now = () => Date.now()', 'through the door'],
  'engine/src/model/dice.ts': ['export const roll = () => Math.random()', 'through the door'],
  'engine/src/model/today.ts': ['export const today = () => new Date()', 'through the door'],
  'engine/src/model/lazy.ts': [`import '../testing/index.ts'`, 'is for tests'],
  'server/src/people/lazy.ts': [`import './people.test.ts'`, 'is for tests'],
  'engine/src/stray/index.ts': [`import '../model/index.ts'`, 'stray may not import model'],
  'server/src/people/upward.ts': [`import '../intake/index.ts'`, 'people may not import intake'],
  'server/src/intake/back-door.ts': [`import '../people/inner.ts'`, 'by its front door'],
  'server/src/intake/conductor.ts': [`import '../main.ts'`, 'only the process itself'],
  'server/src/platform/nosy.ts': [`import '../people/index.ts'`, 'platform imports no slice'],
  'server/src/stray/index.ts': [`import '../people/index.ts'`, 'stray may not import people'],
  'server/src/people/sql.ts': [`import pg from 'pg'`, 'the driver and Kysely'],
  'server/src/people/web.ts': [`import type { FastifyInstance } from 'fastify'`, 'Fastify lives'],
  'server/src/people/vendor.ts': [`import * as lark from '@larksuiteoapi/node-sdk'`, 'vendor SDK'],
  'server/src/people/browser.ts': [`import '../../../web/src/ui/Button.tsx'`, 'server may not import web'],
  'server/src/people/nowhere.ts': [`import './gone.ts'`, 'does not exist'],
  'server/src/people/unexported.ts': [`import '@peineng/engine/secret'`, 'does not exist'],
  'server/src/people/selfish.ts': [`import './selfish.ts'`, 'import cycle'],
  'server/src/people/ring-a.ts': [`import './ring-b.ts'`, 'import cycle'],
  'server/src/people/ring-b.ts': [`import type {} from './ring-c.ts'`, undefined],
  'server/src/people/ring-c.ts': [`import './ring-a.ts'`, undefined],
  'server/src/people/utils/list.ts': ['', '"utils" is not a name'],
  'server/src/people/CamelCase.ts': ['', 'kebab-case'],
  'server/src/people/long.ts': [lines(501), 'the limit is 500'],
  'server/src/people/long.test.ts': [lines(801), 'the limit is 800'],
  'server/src/people/default.ts': ['export default 1', 'never default'],
  'web/src/ui/knowing.ts': [`import '../features/leads/page.tsx'`, 'ui may not import features'],
  'web/src/api/server.ts': [`import '../../../server/src/people/index.ts'`, 'web may not import server'],
}

/** @returns {string[]} what the check failed to say, or said without reason; empty when it can be trusted */
export function canaryComplaints() {
  const root = mkdtempSync(join(tmpdir(), 'peineng-canary-'))
  try {
    const planted = Object.entries(PLANTED).map(([file, [text = '']]) => [file, `${text}\n`])
    for (const [file = '', text = ''] of [...Object.entries(INNOCENT), ...planted]) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    const said = checkArchitecture(root)
    const expected = Object.entries(PLANTED).flatMap(([file, [, word]]) =>
      word === undefined ? [] : [{ file, word }],
    )
    const missed = expected
      .filter(({ file, word }) => !said.some((line) => line.startsWith(`${file}: `) && line.includes(word)))
      .map(({ file, word }) => `blind: does not report "${word}" in ${file}`)
    const invented = said
      .filter(
        (line) => !expected.some(({ file, word }) => line.startsWith(`${file}: `) && line.includes(word)),
      )
      .map((line) => `false alarm: ${line}`)
    return [...missed, ...invented]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
