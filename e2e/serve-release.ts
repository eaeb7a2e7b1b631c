import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const dist = fileURLToPath(new URL('../web/dist', import.meta.url))

export type Releases = {
  url: string
  release: (version: string) => Promise<void>
  close: () => Promise<void>
}

/** The built application in a folder of its own before a running program, so that a new version can be put there. */
export async function serveReleases(program: string): Promise<Releases> {
  const folder = await mkdtemp(join(tmpdir(), 'peineng-release-'))
  await cp(dist, join(folder, 'dist'), { recursive: true })
  const server = await preview({
    root: folder,
    configFile: false,
    logLevel: 'error',
    appType: 'spa',
    build: { outDir: 'dist' },
    preview: { port: 0, host: '127.0.0.1', proxy: { '/api': { target: program } } },
  })
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('vite preview told no address')
  const worker = join(folder, 'dist', 'sw.js')
  return {
    url,
    release: async (version) => {
      const text = await readFile(worker, 'utf8')
      await writeFile(worker, text.replace(/^const VERSION = ".*"/, `const VERSION = "${version}"`))
    },
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
