import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { csv, receivedBy, runAssign } from './testing.ts'

const root = join(import.meta.dirname, '../../../..')
const folder = join(process.env['PEINENG_DATA'] ?? join(root, '../shared/data'), 'maven-crm')
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: the published CRM data is not in ${folder} (set PEINENG_DATA)`)

describe.skipIf(!present)('the published CRM files as they are', () => {
  it('assigns every open opportunity to one of 35 agents, learning from the closed ones', async () => {
    const pipeline = readFileSync(join(folder, 'sales_pipeline.csv'), 'utf8')
    const [, ...rows] = pipeline.trim().split(/\r?\n/)
    const open = rows
      .map((row) => row.split(','))
      .filter((cells) => /Engaging|Prospecting/.test(cells[4] ?? ''))
    const { lines, stderr } = await runAssign(
      {
        leads: csv(
          'opportunity_id,product,account',
          ...open.map(([id, , product, account]) => `${id},${product},${account}`),
        ),
        reps: readFileSync(join(folder, 'sales_teams.csv')),
        history: pipeline,
        // Whatever the load: the question is who, not how much.
        policy: { gauges: [] },
      },
      ['--lang', 'en'],
    )
    expect(lines).toHaveLength(open.length)
    expect(lines.every((line) => line.state === 'owned' && line.candidates.length === 35)).toBe(true)
    const received = Object.values(receivedBy(lines))
    expect(received).toHaveLength(35)
    // Nobody is starved or flooded: fairness debt is bounded by ten turns.
    const mean = open.length / 35
    expect(Math.max(...received) - mean).toBeLessThanOrEqual(12)
    expect(mean - Math.min(...received)).toBeLessThanOrEqual(12)
    expect(stderr).toContain(`${open.length} leads: ${open.length} assigned, 0 waiting`)
    const raws = lines[0]?.candidates.map((c) => c.terms?.find((term) => term.code === 'WIN_VALUE')?.raw)
    expect(new Set(raws).size).toBeGreaterThan(20)
  })
})
