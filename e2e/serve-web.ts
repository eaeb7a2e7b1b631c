import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const web = fileURLToPath(new URL('../web', import.meta.url))

/** The built application without a server behind it: enough for what needs no data. Every path answers with the page. */
export async function serveBuiltWeb(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await preview({
    root: web,
    configFile: false,
    logLevel: 'error',
    appType: 'spa',
    build: { outDir: 'dist' },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('vite preview told no address')
  return { url, close: () => server.close() }
}
