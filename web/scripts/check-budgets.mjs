/**
 * What a first visit downloads, in KiB gzip, from the build's manifest: the entry, its static imports and style sheets,
 * plus one screen's. Chinese fonts are files of their own, fetched by range where a system has none, and not counted.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

const BUDGETS = { home: 160, screen: 220, charts: 230 }
const HOME = 'src/features/today/today-screen.tsx'
const CHARTS = 'src/ui/chart-canvas.tsx'

/** Files of these entries and everything they import statically. */
function filesOf(keys, seen = new Set(), files = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) continue
    seen.add(key)
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    filesOf(chunk.imports ?? [], seen, files)
  }
  return files
}

const sizes = new Map()
function kibOf(files) {
  let bytes = 0
  for (const file of files) {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length)
    bytes += sizes.get(file)
  }
  return bytes / 1024
}

const entry = 'index.html'
// The button of the frame's menu is asked for by every desktop page at once, so it counts although it is a chunk of its own.
const withFrame = [entry, 'src/app/shell/account-menu.tsx']
const screens = Object.keys(manifest).filter((key) => /^src\/features\/.*-screen\.tsx$/.test(key))
const rows = [
  ...(manifest[HOME]
    ? [['rep’s home (phone)', kibOf(filesOf([entry, HOME])), BUDGETS.home]]
    : [['shell (phone)', kibOf(filesOf([entry])), BUDGETS.home]]),
  ...screens.map((key) => [
    key.replace('src/features/', ''),
    kibOf(filesOf([...withFrame, key])),
    BUDGETS.screen,
  ]),
]
const shell = filesOf([entry])
const charts = new Set([...filesOf([CHARTS])].filter((file) => !shell.has(file)))
if (!manifest[CHARTS]) throw new Error(`${CHARTS} is not a chunk of its own: charts must be lazy`)
rows.push(['charts, extra and lazy', kibOf(charts), BUDGETS.charts])
for (const key of [entry, ...screens]) {
  if (filesOf([key]).has(manifest[CHARTS].file)) throw new Error(`${key} imports the charts statically`)
}

let over = false
for (const [name, size, budget] of rows) {
  const fits = size <= budget
  over ||= !fits
  console.log(`${fits ? 'ok  ' : 'OVER'} ${size.toFixed(1).padStart(6)} / ${budget} KiB  ${name}`)
}
if (over) process.exit(1)
