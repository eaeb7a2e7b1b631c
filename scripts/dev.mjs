// `npm run dev`: the server, rebuilt and restarted when its sources change, and the web app with hot reload beside it.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildServer, root, viteProgram } from './build.mjs'

const program = join(root, 'server/bin/peineng.mjs')
/** @type {import('node:child_process').ChildProcess | undefined} */
let server
/** @type {Promise<void>} */
let turn = Promise.resolve()
let stopping = false
/** @type {WeakSet<import('node:child_process').ChildProcess>} */
const told = new WeakSet()

function start() {
  server = spawn(process.execPath, [program, 'serve', '--no-web', ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
}

/** @param {import('node:child_process').ChildProcess | undefined} child */
function ended(child) {
  return new Promise((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return resolve(undefined)
    child.once('exit', resolve)
  })
}

/** Asks once: the server takes a second signal for impatience and leaves PostgreSQL to the next start. */
function stopServer() {
  if (server && !told.has(server)) server.kill('SIGTERM')
  if (server) told.add(server)
  return ended(server)
}

async function restart() {
  try {
    await buildServer()
  } catch {
    // esbuild has printed what is wrong; the old server goes on until it is right.
    return
  }
  if (stopping) return
  await stopServer()
  if (!stopping) start()
}

/** @type {NodeJS.Timeout | undefined} */
let pending
for (const folder of ['server/src', 'server/migrations', 'engine/src']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || /\.test\.ts$/.test(file)) return
    clearTimeout(pending)
    // Editors write a file in several steps.
    pending = setTimeout(() => {
      turn = turn.then(restart)
    }, 150)
  })
}

start()
const web = spawn(process.execPath, [viteProgram(), '--clearScreen', 'false'], {
  cwd: join(root, 'web'),
  stdio: 'inherit',
})

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, async () => {
    stopping = true
    web.kill('SIGTERM')
    // Ctrl-C in a terminal has reached the server already.
    if (signal === 'SIGINT' && server) told.add(server)
    await Promise.all([stopServer(), ended(web)])
    process.exit(0)
  })
}
