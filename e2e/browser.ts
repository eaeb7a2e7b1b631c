import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const repository = fileURLToPath(new URL('..', import.meta.url))

// Our own flags, not the bundled browser's: those run everything in one process with web security off.
// No sandbox, because tests open our own pages only and often run as root.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

type Launch = { executablePath: string; env?: Record<string, string> }

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

function systemFontFolders(): string[] {
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env['HOME'] ?? '/', '.fonts')].filter(
    (folder) => existsSync(folder),
  )
}

/** The package's own fonts.conf lists folders of another machine; with none of them, text measures as empty and Chromium dies. */
function fontsConf(folders: readonly string[], cache: string): string {
  const dirs = folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${dirs}\n  <cachedir>${cache}</cachedir>\n</fontconfig>\n`
}

const UNPACKED = 'unpacked'

/**
 * The Chromium that came with npm install, unpacked once into a git-ignored folder named by its version.
 * It unpacks to the temporary folder and trusts whatever lies there, so the folder is moved before it is asked,
 * and an unpacking that was interrupted is thrown away.
 */
async function npmChromium(): Promise<Launch> {
  const require = createRequire(import.meta.url)
  const packageFolder = dirname(dirname(require.resolve('@sparticuz/chromium')))
  // Read as a file: the package exports no subpaths.
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const cache = join(repository, '.cache', `chromium-${version}`)
  if (!existsSync(join(cache, UNPACKED))) {
    const half = `${cache}.${process.pid}`
    await rm(half, { recursive: true, force: true })
    await mkdir(half, { recursive: true })
    await unpackInto(half, packageFolder)
    await writeFile(join(half, UNPACKED), '')
    await rm(cache, { recursive: true, force: true })
    await rename(half, cache)
  }
  const fonts = join(cache, 'fontconfig')
  await mkdir(fonts, { recursive: true })
  await writeFile(
    join(fonts, 'fonts.conf'),
    fontsConf([join(cache, 'fonts'), ...systemFontFolders()], join(cache, 'font-cache')),
  )
  return {
    executablePath: join(cache, 'chromium'),
    env: { LD_LIBRARY_PATH: join(cache, 'al2023', 'lib'), FONTCONFIG_PATH: fonts },
  }
}

async function unpackInto(folder: string, packageFolder: string): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { default: bundled, inflate } = await import('@sparticuz/chromium')
    await bundled.executablePath()
    // Its NSS and expat libraries are unpacked by itself only on the cloud it was made for.
    await inflate(join(packageFolder, 'bin', 'al2023.tar.br'))
    await chmod(join(folder, 'chromium'), 0o755)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  const files = await readdir(folder)
  for (const needed of ['chromium', 'al2023', 'fonts']) {
    if (!files.includes(needed))
      throw new Error(`unpacking the bundled Chromium left no ${needed} in ${folder}`)
  }
}

async function findBrowser(): Promise<Launch> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist`)
    return { executablePath: chosen }
  }
  const installed = onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
  if (installed) return { executablePath: installed }
  if (process.platform === 'linux' && process.arch === 'x64') return npmChromium()
  const downloaded = chromium.executablePath()
  if (existsSync(downloaded)) return { executablePath: downloaded }
  throw new Error('No browser to test with. Set CHROMIUM_PATH, or run: npx playwright-core install chromium')
}

/** A real Chromium, or an error that says what to do: browser tests are never skipped. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  const surroundings = Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  return chromium.launch({ executablePath, args: FLAGS, env: surroundings })
}
