// Builds what `peineng` runs: the server as bundles of our own code (npm packages stay outside), the web app by Vite.
// Used by server/bin/peineng.mjs on first use, by `npm run build`, by dev and bench.
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What each build depends on. A change in any of these files makes it stale. */
const INPUTS = {
  server: ['server/src', 'engine/src', 'engine/package.json', 'server/package.json', 'scripts/build.mjs'],
  web: [
    ...[
      'web/src',
      'web/public',
      'web/index.html',
      'web/package.json',
      'web/vite.config.ts',
      'web/messages-plugin.ts',
      'web/scripts',
    ],
    ...['engine/src', 'docs/api/openapi.json'],
  ],
}
const OUTPUT = { server: join(root, 'server/dist'), web: join(root, 'web/dist') }

/** @typedef {'server' | 'web'} Part */

/**
 * Where the current build of the server lies; undefined before the first.
 * @returns {string | undefined}
 */
export function currentServer() {
  const stamp = readStamp('server')
  const folder = stamp && join(OUTPUT.server, stamp.id)
  return folder && existsSync(join(folder, 'cli.mjs')) ? folder : undefined
}

/**
 * Whether sources have changed since the build. Without sources (an installed package) a build is never stale.
 * @param {Part} part
 */
export function isStale(part) {
  const stamp = readStamp(part)
  if (!stamp) return true
  if (!existsSync(join(root, INPUTS[part][0]))) return false
  return stamp.inputs !== fingerprint(part) || (part === 'server' && currentServer() === undefined)
}

/** Whether this user may write builds; an installation may belong to another. */
export function mayBuild() {
  try {
    for (const folder of Object.values(OUTPUT))
      accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * One bundle set per build, each in a folder of its own, so that a process started from an older one keeps its files.
 */
export async function buildServer() {
  const inputs = fingerprint('server')
  const id = `${inputs.slice(0, 8)}-${randomBytes(3).toString('hex')}`
  const { build } = await import('esbuild')
  await build({
    ...serverOptions(),
    entryPoints: [join(root, 'server/src/cli.ts'), ...workerSources()],
    outdir: join(OUTPUT.server, id),
    entryNames: '[name]',
    splitting: true,
  })
  writeStamp('server', { id, inputs })
  removeOldBuilds()
}

/** Threads of their own: each is a bundle beside the program. */
const workerSources = () => listFiles(join(root, 'server/src')).filter((path) => path.endsWith('.worker.ts'))

/** For a server that runs from source: tests. */
export async function buildWorkers() {
  const { build } = await import('esbuild')
  await build({
    ...serverOptions(),
    entryPoints: workerSources(),
    outdir: join(root, 'server/.cache/workers'),
    entryNames: '[name]',
  })
}

/** A running process loads parts of its build late, so the last few stay. */
function removeOldBuilds() {
  const builds = readdirSync(OUTPUT.server)
    .filter((name) => /^[0-9a-f]{8}-[0-9a-f]{6}$/.test(name))
    .map((name) => ({ path: join(OUTPUT.server, name), at: statSync(join(OUTPUT.server, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { path } of builds.slice(5)) rmSync(path, { recursive: true, force: true })
}

/**
 * How our TypeScript becomes what Node 20 runs; benches and tests bundle the same way.
 * @returns {import('esbuild').BuildOptions}
 */
export function serverOptions() {
  return {
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    sourcemap: 'linked',
    sourcesContent: false,
    packages: 'external',
    plugins: [ownWorkspaces],
    logLevel: 'warning',
  }
}

/** `@peineng/...` is source of this repository and belongs into the bundle, by the exports its package declares. */
const ownWorkspaces = {
  name: 'own-workspaces',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^@peineng\// }, ({ path }) => {
      const [, room = '', ...rest] = path.split('/')
      const { exports } = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'))
      const target = exports[rest.length === 0 ? '.' : `./${rest.join('/')}`]
      if (typeof target !== 'string')
        return { errors: [{ text: `${path} is not exported by ${room}/package.json` }] }
      return { path: join(root, room, target) }
    })
  },
}

/** Vite writes beside the old files; they change places when all is there. */
export async function buildWeb() {
  const inputs = fingerprint('web')
  const building = join(root, `web/.cache/build-${process.pid}`)
  try {
    await run(process.execPath, [
      viteProgram(),
      'build',
      '--outDir',
      building,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ])
    const old = join(root, `web/.cache/old-${process.pid}`)
    mkdirSync(join(root, 'web/.cache'), { recursive: true })
    if (existsSync(OUTPUT.web)) renameSync(OUTPUT.web, old)
    renameSync(building, OUTPUT.web)
    rmSync(old, { recursive: true, force: true })
    // Vite may have generated sources; what counts is how they look now.
    writeStamp('web', { id: 'web', inputs: fingerprint('web') || inputs })
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}

export function viteProgram() {
  const found = [
    join(root, 'web/node_modules/vite/bin/vite.js'),
    join(root, 'node_modules/vite/bin/vite.js'),
  ].find(existsSync)
  if (!found) throw new Error('Vite is not installed. Run `npm ci` in the project first.')
  return found
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  return new Promise((resolve, reject) => {
    // Started by a test runner, NODE_ENV says "test" and React would be built for development, half as large again.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(program, args, { cwd: join(root, 'web'), stdio: ['ignore', 2, 2], env })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`${basename(args[0] ?? '')} ended with ${code}`)),
    )
  })
}

/**
 * Names, sizes and times of all inputs; reading their content would cost more and say little more.
 * @param {Part} part
 */
function fingerprint(part) {
  const hash = createHash('sha256')
  for (const input of INPUTS[part]) {
    const path = join(root, input)
    if (!existsSync(path)) continue
    for (const file of statSync(path).isDirectory() ? listFiles(path) : [path]) {
      if (/\.test\.tsx?$|\/generated\//.test(file)) continue
      const { mtimeMs, size } = statSync(file)
      hash.update(`${relative(root, file)}\0${mtimeMs}\0${size}\n`)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
export function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path) : [path]
    })
}

/**
 * @param {Part} part
 * @returns {{ id: string, inputs: string } | undefined}
 */
function readStamp(part) {
  try {
    return JSON.parse(readFileSync(join(OUTPUT[part], 'build.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {Part} part
 * @param {{ id: string, inputs: string }} stamp
 */
function writeStamp(part, stamp) {
  mkdirSync(OUTPUT[part], { recursive: true })
  const draft = join(OUTPUT[part], `build.json.${process.pid}`)
  writeFileSync(draft, JSON.stringify(stamp))
  renameSync(draft, join(OUTPUT[part], 'build.json'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const parts = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
  const onlyStale = process.argv.includes('--if-stale')
  for (const part of /** @type {Part[]} */ (parts.length > 0 ? parts : ['server', 'web'])) {
    if (onlyStale && !isStale(part)) continue
    const startedAt = performance.now()
    try {
      await (part === 'web' ? buildWeb() : buildServer())
    } catch (error) {
      // The builder has shown what is wrong and where; its stack is of no use to anyone.
      const [first = ''] = String(/** @type {Error} */ (error).message).split('\n')
      process.stderr.write(`The ${part} was not built: ${first}\n`)
      process.exit(1)
    }
    process.stderr.write(`built the ${part} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  }
}
