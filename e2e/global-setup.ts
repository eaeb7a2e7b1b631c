import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { readyRep } from './ready-rep.ts'
import { startPeineng } from './serve-peineng.ts'

/** One real program with the demo company for the whole run: making the company is the dear part of every file. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(fileURLToPath(new URL('../.cache/views', import.meta.url)), { recursive: true })
  const server = await startPeineng()
  await readyRep(server.url).catch(async (error: unknown) => {
    await server.close()
    throw error
  })
  project.provide('peinengUrl', server.url)
  return server.close
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly peinengUrl: string
  }
}
