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

async function restart() {
  try {
    await buildServer()
  } catch {
    // esbuild has printed what is wrong; the old server goes on until it is right.
    return
  }
  if (stopping) return
  server?.kill('SIGTERM')
  await ended(server)
  start()
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
    // Ctrl-C has reached the server already; it counts a second signal as impatience.
    if (signal === 'SIGTERM') server?.kill('SIGTERM')
    await Promise.all([ended(server), ended(web)])
    process.exit(0)
  })
}
