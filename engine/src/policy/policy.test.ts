import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldDefinition } from '../model/field.ts'
import type { Policy } from '../model/policy.ts'
import {
  canonicalJson,
  compilePolicy,
  defaultPolicy,
  mergePolicy,
  parsePolicy,
  policyJsonSchema,
  presetIds,
  presetProsAndCons,
  presets,
  traceRules,
  workItemFromFacts,
} from './index.ts'

const custom: readonly FieldDefinition[] = [{ key: 'custom.seats', type: 'number' }]
const problems = (patch: unknown) => {
  const parsed = parsePolicy(mergePolicy(defaultPolicy(), patch), custom)
  return parsed.ok ? [] : parsed.error
}

describe('the default policy and the presets', () => {
  it('are valid documents', () => {
    expect(problems({})).toEqual([])
    expect(presets().map((p) => p.id)).toEqual(presetIds)
    for (const { policy } of presets()) expect(parsePolicy(policy)).toMatchObject({ ok: true })
  })
  it('survive a trip through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(defaultPolicy()))).toEqual(defaultPolicy())
  })
  it('let one turn of fairness outweigh the near-tie band (law 4)', () => {
    const { strategy } = defaultPolicy().fallback
    if (strategy.kind !== 'scored') throw new Error('the default is the scored strategy')
    expect(strategy.weights.fairness * 1000).toBeGreaterThan(strategy.nearTieThousandths)
  })
  it('say for and against of every mode', () => {
    for (const { pros, cons } of presets()) {
      expect(pros.length).toBeGreaterThan(0)
      expect(cons.length).toBeGreaterThan(0)
    }
    const used = new Set(presets().flatMap(({ pros, cons }) => [...pros, ...cons]))
    expect([...used].sort()).toEqual([...presetProsAndCons].sort())
  })
})

describe('parsing a policy', () => {
  it.each<[string, unknown, string, string]>([
    ['a missing part', { fallback: null }, '/fallback', 'REQUIRED'],
    ['an unknown part', { weigths: {} }, '/weigths', 'UNKNOWN_KEY'],
    ['another format', { formatVersion: 2 }, '/formatVersion', 'NOT_ONE_OF'],
    [
      'an unknown strategy',
      { fallback: { strategy: { kind: 'magic' } } },
      '/fallback/strategy/kind',
      'NOT_ONE_OF',
    ],
    [
      'a weight of the wrong type',
      { fallback: { strategy: { weights: { fit: '25' } } } },
      '/fallback/strategy/weights/fit',
      'WRONG_TYPE',
    ],
    [
      'a weight out of bounds',
      { fallback: { strategy: { weights: { fit: 1001 } } } },
      '/fallback/strategy/weights/fit',
      'TOO_LARGE',
    ],
    ['a broken number', { fairness: { maxTurns: 1.5 } }, '/fairness/maxTurns', 'NOT_AN_INTEGER'],
    [
      'a gauge that is none',
      { gauges: [{ name: 'mood', threshold: 1, action: 'flag' }] },
      '/gauges/0/name',
      'NOT_ONE_OF',
    ],
    [
      'a gauge twice',
      { gauges: [1, 2].map((threshold) => ({ name: 'open_items', threshold, action: 'flag' })) },
      '/gauges/1/name',
      'DUPLICATE',
    ],
    [
      'a grid cell of class D',
      { scoring: { grid: { high_large: 'D' } } },
      '/scoring/grid/high_large',
      'NOT_ONE_OF',
    ],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, '/timeZone', 'UNKNOWN_TIME_ZONE'],
    ['an SLA class that is none', { fallback: { slaClass: 'Z' } }, '/fallback/slaClass', 'UNKNOWN_SLA_CLASS'],
    [
      'a queue by an unknown field',
      { fallback: { queueBy: ['mood'] } },
      '/fallback/queueBy/0',
      'UNKNOWN_FIELD',
    ],
    [
      'bands the wrong way round',
      { scoring: { probabilityBands: { high: 10 } } },
      '/scoring/probabilityBands/high',
      'BOUNDS_REVERSED',
    ],
    [
      'a tag rule over an unknown field',
      { tagging: [{ tag: 't', when: { field: 'mood', op: 'exists' } }] },
      '/tagging/0/when/field',
      'UNKNOWN_FIELD',
    ],
    [
      'a score over an unknown field',
      { scoring: { parameters: [{ field: 'constructor', weight: 1, bands: [], otherwise: 0 }] } },
      '/scoring/parameters/0/field',
      'UNKNOWN_FIELD',
    ],
    [
      'a band that does not fit its field',
      {
        scoring: {
          parameters: [{ field: 'budget', weight: 1, bands: [{ in: ['x'], score: 1 }], otherwise: 0 }],
        },
      },
      '/scoring/parameters/0/bands/0/in',
      'VALUE_NOT_FOR_FIELD',
    ],
  ])('points at %s', (_name, patch, path, code) => {
    expect(problems(patch)).toMatchObject([{ path, code }])
  })
  it('reports every problem of a document at once', () => {
    const rule = { id: 'r', name: 'r', priority: 1, then: defaultPolicy().fallback }
    const rules = [
      { ...rule, when: { field: 'mood', op: 'exists' } },
      { ...rule, when: { all: [{ field: 'amount', op: 'gt', value: 'much' }] } },
    ]
    expect(problems({ rules }).map((p) => `${p.path} ${p.code}`)).toEqual([
      '/rules/1/id DUPLICATE',
      '/rules/0/when/field UNKNOWN_FIELD',
      '/rules/1/when/all/0/value VALUE_NOT_FOR_FIELD',
    ])
  })
  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (input) => void parsePolicy(input)))
    fc.assert(fc.property(fc.jsonValue(), (input) => void parsePolicy(mergePolicy(defaultPolicy(), input))))
  })
})

describe('laying a partial policy over the default', () => {
  it('merges objects, replaces lists, and takes away what is null', () => {
    const merged = mergePolicy(defaultPolicy(), {
      name: 'mine',
      rules: [],
      sla: { A: null },
      fairness: { maxTurns: 3 },
      fallback: { candidates: null, slaClass: null },
    }) as Policy
    expect(merged.rules).toEqual([])
    expect(merged.fairness).toEqual({ ...defaultPolicy().fairness, maxTurns: 3 })
    expect(Object.keys(merged.sla)).toEqual(['B', 'C'])
    expect(merged.fallback).toEqual({ strategy: defaultPolicy().fallback.strategy, queue: 'all' })
  })
  it('does not mix two kinds of strategy', () => {
    expect(problems({ fallback: { strategy: { kind: 'least_load' } } })).toEqual([])
  })
  it('keeps a key named __proto__ as data, which is then an unknown key', () => {
    const patch: unknown = JSON.parse('{"__proto__": {"polluted": 1}}')
    expect(problems(patch)).toMatchObject([{ path: '/__proto__', code: 'UNKNOWN_KEY' }])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('the committed schema', () => {
  it('is in step with the code (UPDATE_POLICY_SCHEMA=1 writes it)', () => {
    const file = new URL('../../policy.schema.json', import.meta.url)
    if (process.env['UPDATE_POLICY_SCHEMA'] === '1') {
      writeFileSync(file, `${JSON.stringify(policyJsonSchema, null, 2)}\n`)
    }
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(policyJsonSchema)
  })
})

describe('a compiled policy', () => {
  const rule = (id: string, priority: number, when: Policy['rules'][number]['when']) => ({
    id,
    name: id,
    priority,
    when,
    then: { strategy: { kind: 'least_load' as const }, queueBy: ['seats'] },
  })
  const policy: Policy = {
    ...defaultPolicy(),
    rules: [
      rule('seats', 1, { field: 'seats', op: 'gte', value: 50 }),
      rule('both', 1, {
        all: [
          { field: 'seats', op: 'gte', value: 50 },
          { field: 'region', op: 'eq', value: '上海' },
        ],
      }),
      rule('tag', 0, { field: 'tags', op: 'contains', value: '大客户' }),
    ],
  }
  const compiled = compilePolicy(policy, custom)
  const item = (facts: Record<string, string | number | readonly string[]>) =>
    workItemFromFacts(compiled, { id: 'l1', kind: 'lead', createdAt: 0, facts }).item
  it('gives the most specific matching rule, else the fallback', () => {
    expect(compiled.match(item({ 'custom.seats': 60, region: '上海' })).ruleId).toBe('both')
    expect(compiled.match(item({ 'custom.seats': 60 })).ruleId).toBe('seats')
    expect(compiled.match(item({ 'custom.seats': 6 }))).toEqual({ ruleId: null, action: policy.fallback })
  })
  it('lets rules read what was found out, tags included', () => {
    expect(compiled.match(item({ amount: 600_000 })).ruleId).toBe('tag')
  })
  it('turns bare names of custom attributes into their keys', () => {
    expect(compiled.match(item({ 'custom.seats': 60 })).action.queueBy).toEqual(['custom.seats'])
  })
  it('understands an item: tags, tier, grid, points', () => {
    const { item: lead, assessment } = workItemFromFacts(compiled, {
      id: 'l1',
      kind: 'lead',
      createdAt: 5,
      facts: { amount: 600_000, urgency: '紧急', decisionMakers: 5, cycleDays: 100, tags: ['老客户'] },
    })
    expect(assessment).toMatchObject({
      value: 'high',
      difficulty: 'hard',
      taskType: 'key_battle',
      pointsHundredths: 300,
    })
    expect(lead.tags).toEqual(['老客户', '大客户', '紧急'])
    expect(lead.amountMinor).toBe(60_000_000)
    expect(lead.facts).toMatchObject({
      value: 'high',
      createdAt: 5,
      kind: 'lead',
      gridCell: assessment.gridCell,
    })
  })
  it('weighs parameters by life-cycle stage where the policy says so (B7)', () => {
    const zero = Object.fromEntries(policy.scoring.parameters.map((p) => [p.field, 0]))
    const stageWeights = { mature: { ...zero, pastDeals: 10 } }
    const staged = compilePolicy({ ...policy, scoring: { ...policy.scoring, stageWeights } }, custom)
    const scored = (lifecycleStage: string) => staged.assess({ lifecycleStage, pastDeals: 3 })
    expect(scored('mature').score).toBe(100)
    expect(scored('new')).toEqual(compiled.assess({ lifecycleStage: 'new', pastDeals: 3 }))
    expect(scored('constructor').score).toBe(scored('new').score)
    expect(scored('mature').terms.reduce((sum, term) => sum + term.contribution, 0)).toBe(100_000)
    expect(problems({ scoring: { stageWeights: { mature: { mood: 1 } } } })).toMatchObject([
      { path: '/scoring/stageWeights/mature/mood', code: 'UNKNOWN_FIELD' },
    ])
  })
  it('has the same hash for the same document in any key order, and another for any change', () => {
    const reversed = Object.fromEntries(Object.entries(policy).reverse()) as unknown as Policy
    expect(compilePolicy(reversed, custom).hash).toBe(compiled.hash)
    expect(compiled.hash).toMatch(/^[0-9a-f]{16}$/)
    const two = [...custom, { key: 'custom.a', type: 'text' as const }]
    expect(compilePolicy(policy, two).hash).toBe(compilePolicy(policy, [...two].reverse()).hash)
    expect(compilePolicy({ ...policy, name: 'x' }, custom).hash).not.toBe(compiled.hash)
    expect(compilePolicy(policy, [...custom, { key: 'custom.b', type: 'text' }]).hash).not.toBe(compiled.hash)
  })
  it('writes canonical JSON that parses back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it('traces the rules that were asked, up to the one that matched', () => {
    const traces = traceRules(policy, custom, item({ 'custom.seats': 60 }).facts)
    expect(traces.map((t) => [t.ruleId, t.trace.holds])).toEqual([
      ['both', false],
      ['seats', true],
    ])
  })
})
