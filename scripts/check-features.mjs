// `docs/features.md` points at tests by file and words of their title, and at files by path. A pointer that leads
// nowhere is a claim nobody can check any more: each has to be found.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const prefixes = {
  engine: 'engine/src/',
  server: 'server/src/',
  test: 'server/test/',
  golden: 'engine/golden/',
}

const complaints = check(readFileSync(join(root, 'docs/features.md'), 'utf8'))
// The check itself: what it was made for has to be seen.
const canary = check(
  '| Z9 | done | `test:none.test.ts` "x"; `server:cli/assign.test.ts` "words no title has" |\n| Z9 | done | |',
)
if (canary.length !== 3) {
  console.error(`the check of docs/features.md sees ${canary.length} of 3 planted faults`)
  process.exit(1)
}
if (complaints.length > 0) {
  console.error(`docs/features.md:\n  ${complaints.join('\n  ')}`)
  process.exit(1)
}
console.log('features: every pointer leads somewhere')

/** @param {string} text */
function check(text) {
  /** @type {string[]} */
  const found = []
  const seen = new Set()
  text.split('\n').forEach((line, index) => {
    const row = /^\| ([^|]+) \| (done|partial)/.exec(line)?.[1]
    for (const id of row?.split(', ') ?? []) {
      if (seen.has(id)) found.push(`line ${index + 1}: ${id} has a row already`)
      seen.add(id)
    }
    /** Words belong to one of the files named before them. @type {string[]} */
    const files = []
    for (const [, code, words] of line.matchAll(/`([^`]+)`|"((?:[^"\\]|\\.)+)"/g)) {
      if (code !== undefined) {
        const path = pathOf(code)
        if (path === null) continue
        if (!existsSync(join(root, path))) found.push(`line ${index + 1}: there is no ${path}`)
        else if (/\.(test|e2e)\.tsx?$/.test(path)) files.push(path)
      } else if (files.length > 0 && !files.some((file) => says(file, words ?? '')))
        found.push(`line ${index + 1}: none of ${files.join(', ')} says "${words}"`)
    }
  })
  return found
}

/** @param {string} code */
function pathOf(code) {
  const [, prefix, rest] = /^(\w+):([\w./-]+)$/.exec(code) ?? []
  if (prefix !== undefined && Object.hasOwn(prefixes, prefix)) return `${prefixes[prefix]}${rest}`
  return /^(engine|server|web|e2e|docs|bench)\/[\w./-]+\.\w+$/.test(code) ? code : null
}

/** Titles may stand in a helper beside the file, and a row may leave words out with …. @param {string} file @param {string} words */
function says(file, words) {
  const text = plain(readFileSync(join(root, file), 'utf8'))
  const parts = words
    .split('…')
    .map((part) => plain(part.trim()))
    .filter((part) => part !== '')
  return parts.every((part) => text.includes(part))
}

/** @param {string} text */
function plain(text) {
  return text
    .replaceAll(/\\(['"`])/g, '$1')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\s+/g, ' ')
}
