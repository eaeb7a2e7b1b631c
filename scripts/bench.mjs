// `npm run bench`: lists the benchmarks; `npm run bench <name> [arguments]` bundles bench/<name>.ts and runs it;
// `npm run bench all` runs every one.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root, serverOptions } from './build.mjs'
import { runNode } from './run-steps.mjs'

const folder = join(root, 'bench')
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -3))
const [name, ...args] = process.argv.slice(2)

if (name === undefined || (name !== 'all' && !existsSync(join(folder, `${name}.ts`)))) {
  if (name !== undefined) process.stderr.write(`There is no benchmark "${name}".\n`)
  process.stdout.write(
    `npm run bench <name> [arguments], with one of:\n${['all', ...known].map((each) => `  ${each}\n`).join('')}`,
  )
  process.exit(name === undefined ? 0 : 2)
}

const chosen = name === 'all' ? known : [name]
const outdir = join(folder, 'dist')
await build({ ...serverOptions(), entryPoints: chosen.map((each) => join(folder, `${each}.ts`)), outdir })
for (const each of chosen) {
  await runNode(['--enable-source-maps', '--expose-gc', join(outdir, `${each}.mjs`), ...args])
}
