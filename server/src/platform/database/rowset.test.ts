import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/test-platform.ts'
import { arrayLiteral, rowset, uuidArray } from './rowset.ts'

interface Every {
  readonly id: string | null
  readonly words: string | null
  readonly document: unknown
  readonly count: number | null
  readonly money: number | null
  readonly at: number | null
  readonly yes: boolean | null
  readonly bytes: Uint8Array | null
}

const everyType = rowset<Every>('r', {
  id: ['uuid', (r) => r.id],
  words: ['text', (r) => r.words],
  document: ['jsonb', (r) => (r.document === null ? null : JSON.stringify(r.document))],
  count: ['int', (r) => r.count],
  money: ['bigint', (r) => r.money],
  at: ['timestamptz', (r) => r.at],
  yes: ['boolean', (r) => r.yes],
  bytes: ['bytea', (r) => r.bytes],
})

const nothing: Every = {
  id: null,
  words: null,
  document: null,
  count: null,
  money: null,
  at: null,
  yes: null,
  bytes: null,
}

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({})
})
afterAll(() => platform.end())

const ask = (text: string, values: readonly unknown[]): Promise<Record<string, unknown>[]> =>
  platform.database.read('00000000-0000-7000-8000-000000000000', (db) => db.query(text, values))

it('hands every type over as it is, in the order of the rows', async () => {
  const rows: Every[] = [
    {
      id: '0190aBcd-ef01-7234-89ab-cdef01234567',
      words: 'ascii, "quoted" \\ {braces}',
      document: { 名: ['a', 1.5, null] },
      count: -2_147_483_648,
      money: Number.MAX_SAFE_INTEGER,
      at: Date.UTC(1969, 6, 20, 20, 17, 40, 123),
      yes: false,
      bytes: new Uint8Array([0, 255, 1]),
    },
    nothing,
    {
      id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      words: `短😀 ${'长'.repeat(40_000)}`,
      document: [],
      count: 2_147_483_647,
      money: -4_294_967_297,
      at: Date.UTC(2026, 10, 23, 1, 0, 0, 7),
      yes: true,
      bytes: new Uint8Array(0),
    },
    { ...nothing, words: '' },
  ]
  const read = await ask(`select * from ${everyType.sql(1)}`, everyType.values(rows))
  expect(
    read.map((row) => ({
      ...row,
      at: (row['at'] as Date | null)?.getTime() ?? null,
      bytes: row['bytes'] === null ? null : new Uint8Array(row['bytes'] as Buffer),
    })),
  ).toEqual(rows.map((row) => ({ ...row, id: row.id?.toLowerCase() ?? null })))
  expect(await ask(`select * from ${everyType.sql(1)}`, everyType.values([]))).toEqual([])
})

it('gives lists of ids as one parameter, and lists of texts inside a cell', async () => {
  const ids = ['0190abcd-ef01-7234-89ab-cdef01234567', '0190abcd-ef01-7234-89ab-cdef01234568']
  const texts = ['', 'a"b\\c', '{,}', 'NULL', '中文']
  expect(
    await ask('select $1::uuid[]::text[] as ids, $2::text[] as texts, $3::uuid[] as none', [
      uuidArray(ids),
      arrayLiteral(texts),
      uuidArray([]),
    ]),
  ).toEqual([{ ids, texts, none: [] }])
})

it('refuses what PostgreSQL would have refused to read', () => {
  const refused: Partial<Every>[] = [
    { id: '0190abcd-ef01-7234-89ab-cdef0123456' },
    { id: '0190abcd-ef01-7234-89ab-cdef0123456g' },
    { id: '0190abcdXef01-7234-89ab-cdef01234567' },
    { count: 1.5 },
    { count: 2_147_483_648 },
    { money: Number.NaN },
    { at: Number.POSITIVE_INFINITY },
  ]
  for (const one of refused) expect(() => everyType.values([{ ...nothing, ...one }])).toThrow(RangeError)
})
