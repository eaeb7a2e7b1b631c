import type { ImportKind } from '../src/intake/index.ts'
import type { TestApp, TestTenant } from './test-app.ts'

/** What tests read of an import. */
export interface ImportJson {
  readonly id: string
  readonly state: string
  readonly task: string | null
  readonly columns: readonly { header: string; field: string | null; confidence: number; match: string }[]
  readonly preview: readonly { row: number; cells: readonly string[] }[]
  readonly format: { type: string; encoding: string | null; delimiter: string | null }
  readonly mapping: Record<string, unknown> & { columns: (string | null)[] }
  readonly dryRun: RunJson | null
  readonly result: RunJson | null
  readonly progress: { rowReached: number; totalRows: number | null; percent: number | null }
  readonly problem: { code: string } | null
}

export interface RunJson {
  readonly counts: Record<string, number>
  readonly repairs: readonly { field: string; given: string; used: string; how: string; count: number }[]
  readonly notes: readonly { code: string; values: readonly string[] }[]
  readonly problems: Record<string, number>
  readonly undone?: { removed: number; kept: number }
}

/** One person importing files through the API; the worker's sweep is run by hand. */
export function importSession(house: TestApp, tenant: TestTenant) {
  const key = tenant.keys.sales_ops
  const get = async (id: string): Promise<ImportJson> =>
    (await house.call<ImportJson>(key, 'GET', `/api/v1/imports/${id}`)).body
  const work = async (): Promise<void> => {
    const sweep = house.slices.sweeps.find((one) => one.name === 'imports')
    if (sweep === undefined) throw new Error('nobody works on imports')
    await sweep.run(new AbortController().signal)
  }
  const act = async (id: string, action: 'dry-run' | 'start' | 'undo'): Promise<ImportJson> => {
    const queued = await house.call(key, 'POST', `/api/v1/imports/${id}/${action}`)
    if (queued.status !== 202) throw new Error(`${action}: ${queued.status} ${JSON.stringify(queued.body)}`)
    await work()
    return get(id)
  }
  const send = (kind: ImportKind, name: string, bytes: Uint8Array, as = key) => {
    const boundary = 'a-boundary-of-tests'
    return house.app.inject({
      method: 'POST',
      url: `/api/v1/imports?kind=${kind}`,
      headers: {
        authorization: `Bearer ${as}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
        ),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    })
  }
  const upload = async (kind: ImportKind, name: string, bytes: Uint8Array): Promise<ImportJson> => {
    const response = await send(kind, name, bytes)
    if (response.statusCode !== 201) throw new Error(`${name}: ${response.statusCode} ${response.body}`)
    return response.json<ImportJson>()
  }
  return { key, get, work, act, send, upload }
}
