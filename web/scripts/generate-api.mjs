/** docs/api/openapi.json → src/api/generated/schema.d.ts. `--check` fails when the committed types are out of date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const document = new URL('../../docs/api/openapi.json', import.meta.url)
const target = new URL('../src/api/generated/schema.d.ts', import.meta.url)

if (!existsSync(document)) {
  console.error('docs/api/openapi.json is missing: let the server write it first')
  process.exit(1)
}

const types = `/* Generated from docs/api/openapi.json by scripts/generate-api.mjs. Do not edit. */\n${astToString(await openapiTS(document))}`

if (process.argv.includes('--check')) {
  const current = existsSync(target) ? readFileSync(target, 'utf8') : ''
  if (current !== types) {
    console.error(
      'web/src/api/generated/schema.d.ts does not match docs/api/openapi.json: node web/scripts/generate-api.mjs',
    )
    process.exit(1)
  }
} else {
  mkdirSync(new URL('.', target), { recursive: true })
  writeFileSync(target, types)
  console.log(`wrote ${fileURLToPath(target)}`)
}
