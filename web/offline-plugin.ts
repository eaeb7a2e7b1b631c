import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin, Rollup } from 'vite'

const WORKER = new URL('./offline/service-worker.js', import.meta.url)

/** Screens that open without a network, with what opens over them; every other file is kept once it was used. */
const SCREENS = ['today/today-screen.tsx', 'leads/leads-screen.tsx']
const LEFT_OUT = /-screen\.tsx$|chart-canvas|\/kit\/|noto-sans/
const PUBLIC = ['/theme-before-paint.js', '/favicon.svg', '/manifest.webmanifest']

/** Writes `sw.js`: the hand-written worker with the names of the files this build is made of. */
export function offlinePlugin(): Plugin {
  return {
    name: 'peineng-offline',
    apply: 'build',
    generateBundle: {
      // After the chunks that were nothing but styles are gone.
      order: 'post',
      handler(_options, bundle) {
        const files = shellFiles(bundle)
        const worker = readFileSync(WORKER, 'utf8')
        const version = createHash('sha256')
          .update(worker)
          .update(files.join('\n'))
          .digest('hex')
          .slice(0, 16)
        const names = `const VERSION = ${JSON.stringify(version)}\nconst SHELL = ${JSON.stringify([...PUBLIC, ...files])}\n`
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: names + worker })
      },
    },
  }
}

/**
 * The entry and these screens, and whatever they ask for when used, however deep (a lazy part that cannot be fetched would
 * take the screen down), each with everything it imports and its styles. Other screens and charts are not among them.
 */
function shellFiles(bundle: Rollup.OutputBundle): string[] {
  const chunkOf = (fileName: string): Rollup.OutputChunk | null => {
    const part = bundle[fileName]
    return part?.type === 'chunk' ? part : null
  }
  const moduleOf = (fileName: string): string =>
    chunkOf(fileName)?.facadeModuleId?.replaceAll('\\', '/') ?? ''
  const roots = Object.keys(bundle).filter(
    (fileName) =>
      chunkOf(fileName)?.isEntry || SCREENS.some((path) => moduleOf(fileName).endsWith(`/${path}`)),
  )
  if (roots.length !== SCREENS.length + 1) throw new Error(`not all of ${SCREENS.join(', ')} are chunks`)
  const files = new Set<string>()
  const add = (fileName: string): void => {
    const chunk = chunkOf(fileName)
    if (chunk === null || files.has(fileName)) return
    files.add(fileName)
    for (const imported of chunk.imports) add(imported)
  }
  for (const root of roots) add(root)
  // A set that grows while it is walked: what a lazy part loads later is walked as well.
  for (const fileName of files)
    for (const later of chunkOf(fileName)?.dynamicImports ?? [])
      if (!LEFT_OUT.test(moduleOf(later))) add(later)
  const styles = [...files].flatMap((fileName) => [...(chunkOf(fileName)?.viteMetadata?.importedCss ?? [])])
  return [...new Set([...files, ...styles])].map((fileName) => `/${fileName}`).sort()
}
