// Resolves every import of every source file and reports what breaks the house rules, one sentence each.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import ts from 'typescript'
import * as rules from './rules.mjs'

const ROOMS = ['engine/src', 'server/src', 'server/test', 'web/src', 'bench', 'e2e', 'scripts']
const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'fixtures'])

/**
 * @param {string} root
 * @returns {string[]} violations, sorted
 */
export function checkArchitecture(root) {
  const files = ROOMS.filter((room) => existsSync(join(root, room))).flatMap((room) =>
    list(root, join(root, room)),
  )
  const known = new Set(files)
  /** @type {Map<string, string[]>} */
  const graph = new Map()
  /** @type {string[]} */
  const violations = []
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    const say = (/** @type {string} */ sentence) => violations.push(`${file}: ${sentence}`)
    checkShape(file, text, say)
    const targets = []
    for (const { fileName: specifier } of ts.preProcessFile(text, true, true).importedFiles) {
      const target = resolve(root, known, file, specifier)
      if (target === undefined) say(`imports ${specifier}, which does not exist`)
      else if (target.startsWith('package:')) checkPackage(file, target.slice(8), say)
      else {
        targets.push(target)
        checkArrow(file, target, say)
      }
    }
    graph.set(file, targets)
  }
  for (const cycle of findCycles(graph)) violations.push(`${cycle[0]}: import cycle ${cycle.join(' → ')}`)
  return violations.sort()
}

/** @returns {string[]} */
function list(/** @type {string} */ root, /** @type {string} */ folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : list(root, path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [relative(root, path).split(sep).join('/')] : []
  })
}

function checkShape(
  /** @type {string} */ file,
  /** @type {string} */ text,
  /** @type {(s: string) => void} */ say,
) {
  const parts = file.split('/')
  const name = parts.at(-1) ?? ''
  for (const folder of parts.slice(0, -1)) {
    if (rules.FORBIDDEN_FOLDERS.has(folder))
      say(`"${folder}" is not a name; call the folder by what it holds`)
  }
  if (!/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx|mjs)$/.test(name) && !/^[A-Z]\w*(\.test)?\.tsx$/.test(name)) {
    say('file names are kebab-case; PascalCase is for React components')
  }
  const limit = isTest(file) ? rules.LONGEST_TEST : rules.LONGEST_FILE
  const lines = text.split('\n').length - 1
  if (lines > limit) say(`${lines} lines; the limit is ${limit}`)
  if (
    file.startsWith('engine/src/') &&
    !isTest(file) &&
    /\b(Date\.now|Math\.random|performance\.now)\b|new Date\(\)/.test(text)
  )
    say('time and chance come into the engine through the door: now and seed are arguments')
  if (/^export default\b/m.test(text) && !/\.config\.ts$/.test(name)) say('exports are named, never default')
}

/** @returns {string | undefined} a file of ours, `package:name`, or nothing */
function resolve(
  /** @type {string} */ root,
  /** @type {Set<string>} */ known,
  /** @type {string} */ from,
  /** @type {string} */ specifier,
) {
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
    if (known.has(path)) return path
    // Styles, images, JSON and generated files exist or are made; they import nothing.
    const inSkipped = path.split('/').some((part) => SKIPPED.has(part))
    return inSkipped || existsSync(join(root, path)) ? `package:${path}` : undefined
  }
  const own = /^@peineng\/([a-z]+)(\/.*)?$/.exec(specifier)
  if (!own) return `package:${specifier}`
  const [, room = '', rest = ''] = own
  const manifest = join(root, room, 'package.json')
  const exported = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, 'utf8')).exports?.[`.${rest}`]
    : undefined
  return typeof exported === 'string' ? posix.join(room, exported) : undefined
}

function checkPackage(
  /** @type {string} */ file,
  /** @type {string} */ name,
  /** @type {(s: string) => void} */ say,
) {
  if (file.startsWith('engine/') && !isTest(file))
    say(`the engine imports nothing outside itself, not ${name}`)
  for (const { packages, allowed, sentence } of rules.CONFINED) {
    if (packages.test(name) && !allowed.test(file)) say(`imports ${name}; ${sentence}`)
  }
}

function checkArrow(
  /** @type {string} */ file,
  /** @type {string} */ target,
  /** @type {(s: string) => void} */ say,
) {
  const [from = '', to = ''] = [file.split('/')[0], target.split('/')[0]]
  if (['bench', 'e2e', 'scripts'].includes(from)) return
  if (isTest(target) && !isTest(file)) return say(`${target} is for tests`)
  if (from !== to) {
    const mayEnter = to === 'engine' && from !== 'engine'
    if (!mayEnter && !(isTest(file) && to === 'scripts')) say(`${from} may not import ${to} (${target})`)
    return
  }
  if (from === 'engine') checkEngine(file, target, say)
  if (from === 'server') checkServer(file, target, say)
  if (from === 'web') checkWeb(file, target, say)
}

function checkEngine(
  /** @type {string} */ file,
  /** @type {string} */ target,
  /** @type {(s: string) => void} */ say,
) {
  const [here, there] = [roomOf(file), roomOf(target)]
  if (here === there || here === undefined || isTest(file) || here === 'testing') return
  if (there === undefined) return say('engine rooms do not import the front door')
  const exception = /** @type {Record<string, string[]>} */ (rules.ENGINE_EXCEPTIONS)[here]
  const allowed = exception ? exception.includes(there) : below(rules.ENGINE_LAYERS, here, there)
  if (!allowed && !(exception === undefined && here === 'evaluation' && there === 'learning')) {
    say(`engine: ${here} may not import ${there} (${target})`)
  }
}

function checkServer(
  /** @type {string} */ file,
  /** @type {string} */ target,
  /** @type {(s: string) => void} */ say,
) {
  if (rules.COMPOSITION.test(file) || file.startsWith('server/test/')) return
  if (rules.COMPOSITION.test(target)) {
    if (!isTest(file)) say(`only the process itself imports ${target}`)
    return
  }
  const [here, there] = [roomOf(file), roomOf(target)]
  if (here === there || there === 'platform') return
  if (target.startsWith('server/test/')) return
  if (here === 'platform') return say(`platform imports no slice (${target})`)
  if (!isTest(file) && !below(rules.SLICE_LAYERS, here, there))
    say(`server: ${here} may not import ${there} (${target})`)
  if (target !== `server/src/${there}/index.ts` && !isTest(file))
    say(`enter ${there} by its front door, not ${target}`)
}

function checkWeb(
  /** @type {string} */ file,
  /** @type {string} */ target,
  /** @type {(s: string) => void} */ say,
) {
  const [here, there] = [roomOf(file), roomOf(target)]
  if (here === there || here === undefined || there === undefined || isTest(file)) return
  const last = rules.WEB_LAYERS.at(-1) ?? []
  if (last.includes(here) && last.includes(there)) return
  if (!below(rules.WEB_LAYERS, here, there)) say(`web: ${here} may not import ${there} (${target})`)
}

/** The first folder below src; undefined for files in src itself. */
function roomOf(/** @type {string} */ file) {
  const [, , room, ...rest] = file.split('/')
  return rest.length > 0 ? room : undefined
}

function below(
  /** @type {string[][]} */ layers,
  /** @type {string | undefined} */ here,
  /** @type {string | undefined} */ there,
) {
  const level = (/** @type {string | undefined} */ room) =>
    layers.findIndex((layer) => layer.includes(room ?? ''))
  return level(there) >= 0 && level(there) < level(here)
}

function isTest(/** @type {string} */ file) {
  return /\.test\.tsx?$|^server\/test\/|\/testing(-[a-z-]+)?\.tsx?$|\/testing\//.test(file)
}

/** Strongly connected files (Tarjan), each reported once as a shortest loop through its first file. */
function findCycles(/** @type {Map<string, string[]>} */ graph) {
  const index = new Map()
  const low = new Map()
  /** @type {string[]} */
  const stack = []
  /** @type {string[][]} */
  const cycles = []
  const visit = (/** @type {string} */ file) => {
    index.set(file, index.size)
    low.set(file, index.get(file))
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)))
    }
    if (low.get(file) !== index.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    if (group.length > 1 || graph.get(file)?.includes(file)) cycles.push(loop(graph, group.sort()))
  }
  for (const file of graph.keys()) if (!index.has(file)) visit(file)
  return cycles
}

function loop(/** @type {Map<string, string[]>} */ graph, /** @type {string[]} */ group) {
  const start = group[0] ?? ''
  /** @type {string[][]} */
  let paths = [[start]]
  const seen = new Set()
  while (paths.length > 0) {
    /** @type {string[][]} */
    const longer = []
    for (const path of paths) {
      for (const next of graph.get(path.at(-1) ?? '') ?? []) {
        if (next === start) return [...path, start]
        if (group.includes(next) && !seen.has(next)) {
          seen.add(next)
          longer.push([...path, next])
        }
      }
    }
    paths = longer
  }
  return group
}
