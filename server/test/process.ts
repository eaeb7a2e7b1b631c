import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/peineng.mjs', import.meta.url))
const READY = /^Peineng is ready at (http:\/\/127\.0\.0\.1:\d+)$/m

export interface ServerProcess {
  readonly child: ChildProcess
  readonly url: string
  /** Ends as a power cut would: no handler runs. */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

/** The real program in a process of its own, on data of its own; resolves when it says it is ready. */
export async function startProcess(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program, 'serve', '--no-web'], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: 'data',
      PEINENG_DEMO: '0',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  const closed = once(child, 'close').then(([code]) => code as number | null)
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk
      const address = READY.exec(out)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('close', () => reject(new Error(`it ended instead of getting ready: ${err}`)))
  })
  return {
    child,
    url,
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
    async stop() {
      child.kill('SIGTERM')
      return closed
    },
  }
}

/** Runs one command to its end. */
export async function runProcess(
  cwd: string,
  args: readonly string[],
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], DATA_DIR: 'data', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}
