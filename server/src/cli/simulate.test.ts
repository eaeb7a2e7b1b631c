import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulationReport } from '@peineng/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { simulateCommand } from './simulate.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-simulate-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function simulate(args: readonly string[], signal = new AbortController().signal) {
  let out = ''
  const code = await simulateCommand.run(args, {
    stdout: (text) => {
      out += text
    },
    stderr: () => undefined,
    env: {},
    cwd: folder,
    signal,
  })
  return { code, out }
}

const QUICK = ['--reps', '10', '--days', '4', '--seeds', '2']

test('prints all seven policies and writes a report with its assumptions', async () => {
  const { code, out } = await simulate([...QUICK, '--load', '1.1', '--out', 'r.json'])
  expect(code).toBe(0)
  for (const name of ['rotation', 'least-load', 'greedy', 'claim-pool', 'batch', 'hybrid', 'hybrid-fair']) {
    expect(out).toMatch(new RegExp(`^${name} +\\d`, 'm'))
  }
  const report = JSON.parse(await readFile(join(folder, 'r.json'), 'utf8')) as SimulationReport
  expect(report.assumptions).toMatchObject({ reps: 10, days: 4, load: 1.1, decayHalfMinutes: 60 })
  expect(report.policies).toHaveLength(7)
  expect(report.policies[0]!.neverAssigned.map((tier) => tier.tier)).toEqual(['high', 'mid', 'low'])
})

test('assumptions can be edited, and an edit changes the outcome', async () => {
  await writeFile(join(folder, 'a.json'), JSON.stringify({ decayHalfMinutes: 600 }))
  const plain = await simulate([...QUICK, '--policies', 'rotation'])
  const patient = await simulate([...QUICK, '--policies', 'rotation', '--assumptions', 'a.json'])
  const won = (out: string): number => Number(/^rotation +([\d.]+) %/m.exec(out)?.[1])
  expect(won(patient.out)).toBeGreaterThan(won(plain.out) + 2)
})

test('mistakes are named', async () => {
  await writeFile(join(folder, 'bad.json'), JSON.stringify({ dekay: 1 }))
  await writeFile(
    join(folder, 'tiers.json'),
    JSON.stringify({ tiers: [{ name: 'high', share: 0.5, points: 3, meanValue: 1 }] }),
  )
  await expect(simulate(['--policies', 'magic'])).rejects.toThrow('magic')
  await expect(simulate(['--load', '-1'])).rejects.toThrow(UsageError)
  await expect(simulate(['--seeds', '1.5'])).rejects.toThrow('whole')
  await expect(simulate(['--assumptions', 'bad.json'])).rejects.toThrow('dekay')
  await expect(simulate(['--assumptions', 'tiers.json'])).rejects.toThrow('tiers')
  await expect(simulate(['--assumptions', 'none.json'])).rejects.toThrow('cannot read')
})

test('stopped before the first seed it says so with exit 1', async () => {
  const stop = new AbortController()
  stop.abort()
  expect((await simulate(QUICK, stop.signal)).code).toBe(1)
})
