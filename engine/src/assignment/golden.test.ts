import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { betaBinomialModel } from '../matching/index.ts'
import type { Decision, OutcomeCount, Policy, Snapshot, WorkItem } from '../model/index.ts'
import { compilePolicy } from '../policy/index.ts'
import { decideMany } from './index.ts'

interface Golden {
  readonly about: string
  readonly snapshot: Omit<Snapshot, 'winModel'>
  readonly outcomes: readonly OutcomeCount[]
  readonly policy: Policy
  readonly items: readonly WorkItem[]
  readonly expected: readonly Omit<Decision, 'policyHash'>[]
}

const folder = join(import.meta.dirname, '../../golden')
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('golden decisions', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(12)
  })

  it.each(names)('%s is decided as it always was', (name) => {
    const golden = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden
    const snapshot = { ...golden.snapshot, winModel: betaBinomialModel(golden.outcomes) }
    const { decisions } = decideMany(golden.items, snapshot, compilePolicy(golden.policy))
    expect(decisions.map(({ policyHash: _, ...decision }) => decision)).toEqual(golden.expected)
  })
})
