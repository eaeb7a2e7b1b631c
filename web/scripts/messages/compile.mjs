/** Compiles src/i18n/messages/** into typed functions in src/i18n/generated (git-ignored). Run before tsc. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileProject, writeOutput } from '@inlang/paraglide-js'
import { loadProjectInMemory, newProject } from '@inlang/sdk'
import { declarationsOf } from './declarations.mjs'
import { locales, messagesDir, readSentences } from './read-sentences.mjs'
import { toMessageModel } from './sentence-format.mjs'

export { messagesDir }
export const outdir = fileURLToPath(new URL('../../src/i18n/generated', import.meta.url))
const stampFile = join(outdir, '.stamp')

/** Unchanged sentences cost nothing: one run takes 5 s of CPU, and every test run starts with one. */
function stampOf(sentences) {
  const hash = createHash('sha256').update(JSON.stringify(sentences))
  for (const file of ['compile.mjs', 'sentence-format.mjs', 'declarations.mjs'])
    hash.update(fs.readFileSync(new URL(file, import.meta.url)))
  return hash.digest('hex')
}

/** A `{count}` is a number and reads like one, `100,000`: each language groups its own. */
function withGroupedCounts(text) {
  let locale = ''
  return text
    .split('\n')
    .map((line) => {
      locale = /^const (zh_cn|en)\d*_/.exec(line)?.[1] ?? locale
      const tag = locale === 'en' ? 'en' : 'zh-CN'
      return line.replaceAll(/\$\{(i\?\.count)\}/g, `$\{$1?.toLocaleString("${tag}")}`)
    })
    .join('\n')
}

export async function compileMessages() {
  const sentences = Object.fromEntries(locales.map((locale) => [locale, readSentences(locale)]))
  const stamp = stampOf(sentences)
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return

  const plugin = { key: 'peineng.sentences', importFiles: () => toMessageModel(sentences) }
  const settings = { baseLocale: 'zh-CN', locales, telemetry: 'off' }
  const project = await loadProjectInMemory({
    blob: await newProject({ settings }),
    providePlugins: [plugin],
  })
  try {
    await project.importFiles({ pluginKey: plugin.key, files: [] })
    const problems = await project.errors.get()
    if (problems.length > 0) throw new AggregateError(problems, 'messages could not be read')
    const output = await compileProject({
      project,
      compilerOptions: {
        strategy: ['globalVariable', 'baseLocale'],
        isServer: 'false',
        emitReadme: false,
        outputStructure: 'message-modules',
      },
    })
    const grouped = Object.fromEntries(
      Object.entries(output).map(([name, text]) => [name, withGroupedCounts(text)]),
    )
    await writeOutput({ directory: outdir, output: grouped, cleanDirectory: true, fs: fs.promises })
    for (const [name, text] of Object.entries(declarationsOf(sentences)))
      fs.writeFileSync(join(outdir, name), text)
    fs.writeFileSync(stampFile, stamp)
  } finally {
    await project.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMessages()
