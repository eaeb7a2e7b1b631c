import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const program = fileURLToPath(new URL('../server/bin/peineng.mjs', import.meta.url))
const READY = /Peineng is ready at (http:\S+)/
const STARTS_WITHIN_MS = 240_000

export type RunningPeineng = { url: string; close: () => Promise<void> }

/** The program all browser tests share; what one file changes, the next one meets, as in a company. */
export async function servePeineng(): Promise<RunningPeineng> {
  return { url: inject('peinengUrl'), close: async () => {} }
}

/** A real program with its own database and the demo company, in a folder that goes when it stops. */
export async function startPeineng(): Promise<RunningPeineng> {
  const folder = await mkdtemp(join(tmpdir(), 'peineng-e2e-'))
  const child = spawn(process.execPath, [program, 'serve'], {
    // The test runner says NODE_ENV=test; a web app built under it would carry the development build of React.
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time:\n${said}`)), STARTS_WITHIN_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = READY.exec(said)?.[1]
      if (!address) return
      clearTimeout(late)
      resolve(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`ended with ${code}:\n${said}`))
    })
  }).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return { url, close }
}
