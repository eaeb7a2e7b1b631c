import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../src/platform/package-root.ts'
import { createTestApp } from './test-app.ts'

/** The contract others build on: what is committed is what is served. UPDATE_OPENAPI=1 rewrites the file. */
it('serves the OpenAPI 3.1 document that is committed', async () => {
  const test = await createTestApp()
  try {
    const { body } = await test.call<{ openapi: string }>(null, 'GET', '/api/openapi.json')
    const served = `${JSON.stringify(body, null, 2)}\n`
    const path = join(packageRoot(), 'docs', 'api', 'openapi.json')
    if (process.env['UPDATE_OPENAPI'] === '1') await writeFile(path, served)
    expect(body.openapi).toMatch(/^3\.1/)
    expect(await readFile(path, 'utf8')).toBe(served)
  } finally {
    await test.close()
  }
})
