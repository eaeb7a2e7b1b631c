#!/usr/bin/env node
// The program `peineng`: builds what is missing or older than its sources, then runs it. Plain JavaScript, committed,
// so that it works straight after `npm ci`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Peineng needs Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

const builder = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))
const { currentServer, isStale, mayBuild } = await import(pathToFileURL(builder).href)

const args = process.argv.slice(2)
const needed =
  args[0] === 'serve' && !args.includes('--help') && !args.includes('--no-web')
    ? ['server', 'web']
    : ['server']
const stale = needed.filter((part) => isStale(part))
if (stale.length > 0 && currentServer() !== undefined && !mayBuild()) {
  process.stderr.write(
    'Sources are newer than the build, and this user may not write it; running the build as it is.\n',
  )
} else if (stale.length > 0) {
  // In a process of its own: the builder's memory must not stay with a server that runs for months.
  const { status, error } = spawnSync(process.execPath, [builder, ...stale], { stdio: ['ignore', 2, 2] })
  if (error || status !== 0) {
    if (error) process.stderr.write(`The build cannot run: ${error.message}\n`)
    process.exit(1)
  }
}

if (args[0] === 'serve' || args[0] === 'work') {
  // A server runs most of its code rarely. Compiling it hot as early as a browser would, on four threads beside the one
  // that works, cost a third of the first 1,000 leads; collecting a small young generation by four threads costs more
  // in meeting than it saves.
  if (major <= 22) setFlagsFromString('--interrupt-budget=500000')
  setFlagsFromString('--no-parallel-scavenge')
  // A young generation of 16 MB from the start: left at its first size it is collected thirty times as often and hands
  // what would have died to the old one, and collecting that is a quarter of what the server does under load.
  setFlagsFromString('--min-semi-space-size=16')
  setFlagsFromString('--max-semi-space-size=16')
  // The old one grows by 60 % before it is collected, not by doubling: some 80 MB less stay resident.
  setFlagsFromString('--heap-growing-percent=60')
}

process.setSourceMapsEnabled(true)
const { runCli } = await import(pathToFileURL(join(currentServer(), 'cli.mjs')).href)
process.exitCode = await runCli(args)
