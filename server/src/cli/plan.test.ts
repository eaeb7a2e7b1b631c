import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CommandProblem, UsageError } from './command.ts'
import { planCommand } from './plan.ts'

let folder = ''
let said = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-plan-'))
  said = ''
})
afterEach(() => rm(folder, { recursive: true }))

async function run(files: Record<string, string | Uint8Array>, ...args: string[]): Promise<number> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return planCommand.run(
    ['--candidates', 'candidates.csv', '--reps', 'reps.csv', '--out', 'plan.json', ...args],
    {
      stdout: () => undefined,
      stderr: (text) => {
        said += text
      },
      env: {},
      cwd: folder,
      signal: new AbortController().signal,
    },
  )
}

async function written(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as Record<string, unknown>
}

const reps = 'rep,capacity\nLi,1\nWang,1\n'

describe('peineng plan', () => {
  test('places two items jointly where one by one would waste the better rep', async () => {
    const candidates = 'item,rep,value\na,Li,10\na,Wang,9\nb,Li,8\nb,Wang,1\n'
    expect(await run({ 'candidates.csv': candidates, 'reps.csv': reps })).toBe(0)
    const made = await written()
    expect(made).toMatchObject({ objective: 17, bound: 17, gap: 0 })
    expect(made['assignments']).toEqual([
      { item: 'a', rep: 'Wang' },
      { item: 'b', rep: 'Li' },
    ])
    expect(made['waiting']).toEqual([])
    expect(said).toContain('proven optimal')
  })

  test('loads, min and max in points; waiting items with their reason; prices for every rep', async () => {
    const candidates =
      'item,rep,value,load\nbig,Li,30,3\nmid,Li,12,1.5\nsmall,Li,1,1.5\nhuge,Li,99,9\nnone,,,\nbad,Wang,-5,1\n'
    const points = 'rep,capacity,min,max\nLi,9,0,4.5\nWang,2,1,\n'
    expect(await run({ 'candidates.csv': candidates, 'reps.csv': points })).toBe(0)
    const made = await written()
    expect(made['assignments']).toEqual([
      { item: 'big', rep: 'Li' },
      { item: 'mid', rep: 'Li' },
      { item: 'bad', rep: 'Wang' },
    ])
    expect(made['waiting']).toEqual([
      { item: 'small', reason: expect.stringMatching(/NOT_WORTH_PRICE|NO_CAPACITY/) },
      { item: 'huge', reason: 'LOAD_TOO_LARGE' },
      { item: 'none', reason: 'NO_CANDIDATE' },
    ])
    expect(made['unmetFloors']).toEqual([])
    expect(made['prices']).toHaveLength(2)
  })

  test('--all places costs too and names who could not be placed', async () => {
    const candidates = 'item,rep,value\na,Li,-4\nb,Li,-7\nc,Li,-1\nc,Wang,-2\n'
    expect(await run({ 'candidates.csv': candidates, 'reps.csv': reps }, '--all')).toBe(0)
    expect(await written()).toMatchObject({ objective: -6, waiting: [{ item: 'b', reason: 'NO_CAPACITY' }] })
    expect(said).toContain('could not be placed: b')
  })

  test('the units of a plan give that plan again', async () => {
    let candidates = 'item,rep,value,load\n'
    for (let i = 0; i < 60; i++) {
      for (let j = 0; j < 4; j++)
        candidates += `i${i},r${j},${(i * 37 + j * 61) % 101},${1 + ((i * 7 + j * 3) % 5)}\n`
    }
    const four = 'rep,capacity\nr0,30\nr1,25\nr2,20\nr3,20\n'
    await run({ 'candidates.csv': candidates, 'reps.csv': four }, '--seconds', '1')
    const first = await written()
    await run({ 'candidates.csv': candidates, 'reps.csv': four }, '--units', String(first['units']))
    const second = await written()
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 })
  })

  test('reads semicolons, quotation marks, CRLF, a byte order mark, GB18030 and any column order', async () => {
    const candidates = '\uFEFFvalue;rep;item\r\n5;"Li";"线索;1"\r\n'
    await run({ 'candidates.csv': candidates, 'reps.csv': '\uFEFFrep;capacity\r\nLi;1\r\n' })
    expect((await written())['assignments']).toEqual([{ item: '线索;1', rep: 'Li' }])
    // 线索 in GB18030, which is not valid UTF-8.
    const chinese = Uint8Array.of(
      ...Buffer.from('item,rep,value\n'),
      0xcf,
      0xdf,
      0xcb,
      0xf7,
      ...Buffer.from(',Li,5\n'),
    )
    await run({ 'candidates.csv': chinese, 'reps.csv': reps })
    expect((await written())['assignments']).toEqual([{ item: '线索', rep: 'Li' }])
  })
})

describe('what is wrong with a file is said with row, column and what would be right', () => {
  const cases: [string, string, string, RegExp][] = [
    ['unknown rep', 'item,rep,value\na,Zhao,1\n', reps, /row 2, column rep: “Zhao” is not in the reps file/],
    [
      'no number',
      'item,rep,value\na,Li,1\nb,Li,"1,200"\n',
      reps,
      /row 3, column value: “1,200” must be a number/,
    ],
    ['negative load', 'item,rep,value,load\na,Li,1,-2\n', reps, /row 2, column load/],
    [
      'missing column',
      'item,rep\na,Li\n',
      reps,
      /no column value; the header must name item,rep,value,\[load\]/,
    ],
    ['twins', 'item,rep,value\na,Li,1\na,Li,2\n', reps, /row 3, column rep: .* row 2 already/],
    ['empty file', '', reps, /no column item, rep, value/],
    [
      'rep twice',
      'item,rep,value\na,Li,1\n',
      'rep,capacity\nLi,1\nLi,2\n',
      /row 3, column rep: “Li” was listed/,
    ],
    ['bad capacity', 'item,rep,value\na,Li,1\n', 'rep,capacity\nLi,many\n', /row 2, column capacity: “many”/],
    ['min above max', 'item,rep,value\na,Li,1\n', 'rep,capacity,min,max\nLi,5,4,3\n', /row 2, column min/],
  ]
  test.each(cases)('%s', async (_name, candidates, repFile, message) => {
    const failed = await run({ 'candidates.csv': candidates, 'reps.csv': repFile }).catch(
      (error: unknown) => error,
    )
    expect(failed).toBeInstanceOf(CommandProblem)
    expect((failed as Error).message).toMatch(message)
  })

  test('a missing file and a wrong option', async () => {
    await expect(run({ 'reps.csv': reps })).rejects.toThrow('There is no file candidates.csv')
    await expect(run({}, '--seconds', 'soon')).rejects.toThrow(UsageError)
  })
})
