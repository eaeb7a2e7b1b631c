import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comparison, Condition } from '../model/condition.ts'
import type { Facts, FieldDefinition, FieldValue } from '../model/field.ts'
import type { RoutingRule } from '../model/policy.ts'
import {
  checkCondition,
  compareRules,
  compileCondition,
  createFieldSet,
  describeCondition,
  rankRules,
  specificity,
  traceCondition,
} from './index.ts'

const custom: readonly FieldDefinition[] = [
  { key: 'custom.席位', type: 'number' },
  { key: 'custom.trial', type: 'boolean' },
]
const fields = createFieldSet(custom)
const holds = (condition: Condition, facts: Facts): boolean => {
  expect(checkCondition(condition, '', fields)).toEqual([])
  return compileCondition(condition, fields).test(facts)
}

/** The slowest reading of the same rules: what the closures must agree with. */
function naive(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => naive(part, facts))
  if ('any' in condition) return condition.any.some((part) => naive(part, facts))
  if ('not' in condition) return !naive(condition.not, facts)
  const { op, value } = condition
  const actual = facts[condition.field]
  const absent = actual === undefined || actual === '' || (Array.isArray(actual) && actual.length === 0)
  switch (op) {
    case 'exists':
      return !absent
    case 'missing':
      return absent
    case 'eq':
      return actual === value
    case 'ne':
      return actual !== value
    case 'in':
      return actual !== undefined && (value as readonly FieldValue[]).includes(actual)
    case 'notIn':
      return actual === undefined || !(value as readonly FieldValue[]).includes(actual)
    case 'between': {
      const [from, to] = value as readonly [number, number]
      return typeof actual === 'number' && from <= actual && actual <= to
    }
    case 'contains':
      return actual !== undefined && (actual as string).includes(value as string)
    case 'startsWith':
      return actual !== undefined && (actual as string).startsWith(value as string)
    case 'hasAny':
      return (value as readonly string[]).some((v) => ((actual ?? []) as readonly string[]).includes(v))
    case 'hasAll':
      return (value as readonly string[]).every((v) => ((actual ?? []) as readonly string[]).includes(v))
    default: {
      if (typeof actual !== 'number') return false
      const wanted = value as number
      return { gt: actual > wanted, gte: actual >= wanted, lt: actual < wanted, lte: actual <= wanted }[op]
    }
  }
}

const word = fc.constantFrom('', '上海', '北京', '医疗', 'a', 'ab')
const small = fc.integer({ min: -3, max: 3 })
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    field: fc.constant('region'),
    op: fc.constantFrom('eq', 'ne', 'contains', 'startsWith'),
    value: word,
  }),
  fc.record({
    field: fc.constant('region'),
    op: fc.constantFrom('in', 'notIn'),
    value: fc.array(word, { maxLength: 3 }),
  }),
  fc.record({
    field: fc.constant('amount'),
    op: fc.constantFrom('eq', 'ne', 'gt', 'gte', 'lt', 'lte'),
    value: small,
  }),
  fc.record({
    field: fc.constant('amount'),
    op: fc.constantFrom('in', 'notIn'),
    value: fc.array(small, { maxLength: 3 }),
  }),
  fc.record({
    field: fc.constant('amount'),
    op: fc.constant('between' as const),
    value: fc.tuple(small, small).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
  }),
  fc.record({
    field: fc.constant('tags'),
    op: fc.constantFrom('hasAny', 'hasAll'),
    value: fc.array(word, { maxLength: 2 }),
  }),
  fc.record({ field: fc.constant('tags'), op: fc.constant('contains' as const), value: word }),
  fc.record({
    field: fc.constant('competitorPresent'),
    op: fc.constantFrom('eq', 'ne'),
    value: fc.boolean(),
  }),
  fc.record({
    field: fc.constantFrom('region', 'amount', 'tags', 'competitorPresent'),
    op: fc.constantFrom('exists', 'missing'),
  }),
)
const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 5 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 5 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree
const facts = fc.record(
  { region: word, amount: small, tags: fc.array(word, { maxLength: 3 }), competitorPresent: fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<Facts>

describe('conditions', () => {
  it('give the same answer as a naive interpreter', () => {
    fc.assert(
      fc.property(condition, facts, (c, f) => {
        expect(checkCondition(c, '', fields)).toEqual([])
        const compiled = compileCondition(c, fields)
        expect(compiled.test(f)).toBe(naive(c, f))
        expect(traceCondition(compiled, f).holds).toBe(naive(c, f))
        expect(compiled.comparisons).toBe(specificity(c))
      }),
      { numRuns: 500 },
    )
  })
  it('hold for an empty all and never for an empty any', () => {
    expect(holds({ all: [] }, {})).toBe(true)
    expect(holds({ any: [] }, {})).toBe(false)
  })
  it('take an absent fact as different from every value', () => {
    expect(holds({ field: 'source', op: 'ne', value: '广告' }, {})).toBe(true)
    expect(holds({ field: 'source', op: 'notIn', value: ['广告'] }, {})).toBe(true)
    expect(holds({ field: 'amount', op: 'lt', value: 5 }, {})).toBe(false)
  })
  it('reach custom attributes by key and by bare name', () => {
    expect(holds({ field: 'custom.席位', op: 'gte', value: 50 }, { 'custom.席位': 50 })).toBe(true)
    expect(holds({ field: '席位', op: 'gte', value: 50 }, { 'custom.席位': 50 })).toBe(true)
    expect(holds({ field: 'trial', op: 'eq', value: true }, { 'custom.trial': true })).toBe(true)
  })
  it('read closed values in the words people use', () => {
    expect(holds({ field: 'value', op: 'eq', value: '高' }, { value: 'high' })).toBe(true)
    expect(holds({ field: 'difficulty', op: 'in', value: ['难', 'medium'] }, { difficulty: 'hard' })).toBe(
      true,
    )
  })
  it('compare instants written with their offset', () => {
    const after: Condition = { field: 'createdAt', op: 'gte', value: '2026-11-23T00:00:00+08:00' }
    expect(holds(after, { createdAt: Date.UTC(2026, 10, 22, 16) })).toBe(true)
    expect(holds(after, { createdAt: Date.UTC(2026, 10, 22, 15, 59) })).toBe(false)
  })
  it('never see inherited properties of the facts record', () => {
    const inherited = Object.create({ region: '上海' }) as Facts
    expect(holds({ field: 'region', op: 'eq', value: '上海' }, inherited)).toBe(false)
    expect(holds({ field: 'region', op: 'exists' }, inherited)).toBe(false)
  })
  it('take a fact of another type than declared as absent', () => {
    expect(holds({ field: 'amount', op: 'exists' }, { amount: '12' })).toBe(false)
  })
})

describe('what is wrong with a condition', () => {
  const problem = (node: unknown) => checkCondition(node, '/when', fields)
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'custom.nothing', 'region.length'])(
    'does not know a field named %s',
    (field) => {
      expect(problem({ field, op: 'exists' })).toMatchObject([{ path: '/when/field', code: 'UNKNOWN_FIELD' }])
      expect(() => compileCondition({ field, op: 'exists' }, fields)).toThrow(/unknown field/)
    },
  )
  it.each<[unknown, string, string]>([
    [{ field: 'region', op: 'gt', value: 1 }, '/when/op', 'OPERATOR_NOT_FOR_TYPE'],
    [{ field: 'amount', op: 'gt', value: '5' }, '/when/value', 'VALUE_NOT_FOR_FIELD'],
    [{ field: 'amount', op: 'between', value: [5, 1] }, '/when/value', 'BOUNDS_REVERSED'],
    [{ field: 'tags', op: 'hasAny', value: 'x' }, '/when/value', 'VALUE_NOT_FOR_FIELD'],
    [{ field: 'value', op: 'eq', value: 'huge' }, '/when/value', 'VALUE_NOT_ALLOWED'],
    [{ field: 'value', op: 'in', value: ['high', 'huge'] }, '/when/value/1', 'VALUE_NOT_ALLOWED'],
    [{ field: 'createdAt', op: 'gt', value: '2026-11-23 09:00' }, '/when/value', 'VALUE_NOT_FOR_FIELD'],
    [{ field: 'region', op: 'like', value: 'x' }, '/when/op', 'NOT_ONE_OF'],
    [{ field: 'region', op: 'eq', value: 'x', also: 1 }, '/when/also', 'UNKNOWN_KEY'],
    [{ all: {} }, '/when/all', 'WRONG_TYPE'],
    [{ all: [{ not: null }] }, '/when/all/0/not', 'NOT_A_CONDITION'],
    [{}, '/when', 'NOT_A_CONDITION'],
    ['x', '/when', 'NOT_A_CONDITION'],
  ])('%j is pointed at', (node, path, code) => {
    expect(problem(node)).toMatchObject([{ path, code }])
  })
  it('refuses trees deep enough to exhaust a stack', () => {
    let deep: Condition = { all: [] }
    for (let i = 0; i < 10_000; i++) deep = { not: deep }
    expect(problem(deep)).toMatchObject([{ code: 'TOO_DEEP' }])
  })
})

describe('traces and descriptions', () => {
  it('shows which parts held and what was seen', () => {
    const compiled = compileCondition(
      {
        all: [{ field: 'region', op: 'eq', value: '上海' }, { not: { field: 'amount', op: 'gt', value: 5 } }],
      },
      fields,
    )
    expect(traceCondition(compiled, { region: '北京', amount: 3 })).toEqual({
      kind: 'all',
      holds: false,
      parts: [
        { kind: 'comparison', holds: false, field: 'region', op: 'eq', expected: '上海', actual: '北京' },
        {
          kind: 'not',
          holds: true,
          part: { kind: 'comparison', holds: false, field: 'amount', op: 'gt', expected: 5, actual: 3 },
        },
      ],
    })
  })
  it('describes by codes and drops groups of one', () => {
    const describeIt = (c: Condition) => describeCondition(compileCondition(c, fields))
    expect(describeIt({ all: [] })).toEqual({ code: 'ALWAYS' })
    expect(describeIt({ any: [] })).toEqual({ code: 'NEVER' })
    expect(describeIt({ all: [{ field: 'value', op: 'eq', value: '高' }] })).toEqual({
      code: 'COMPARISON',
      field: 'value',
      type: 'text',
      op: 'eq',
      literal: { kind: 'text', value: 'high' },
    })
  })
})

describe('the order of rules', () => {
  const rule = fc.record({
    id: fc.string({ maxLength: 3 }),
    priority: fc.integer({ min: 0, max: 2 }),
    when: condition,
  })
  const rules = fc
    .uniqueArray(rule, { selector: (r) => r.id, maxLength: 8 })
    .map((list) =>
      list.map((r): RoutingRule => ({ ...r, name: r.id, then: { strategy: { kind: 'least_load' } } })),
    )
  it('is total: any two rules with different ids are ordered, the same way from both sides', () => {
    fc.assert(
      fc.property(rules, (list) => {
        for (const a of list)
          for (const b of list) {
            expect(Math.sign(compareRules(a, b)) + Math.sign(compareRules(b, a))).toBe(0)
            if (a !== b) expect(compareRules(a, b)).not.toBe(0)
          }
      }),
    )
  })
  it('does not depend on the order the rules were written in', () => {
    fc.assert(
      fc.property(rules, fc.infiniteStream(fc.nat()), (list, picks) => {
        const shuffled = [...list]
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (picks.next().value ?? 0) % (i + 1)
          const held = shuffled[i] as RoutingRule
          shuffled[i] = shuffled[j] as RoutingRule
          shuffled[j] = held
        }
        expect(rankRules(shuffled).map((r) => r.id)).toEqual(rankRules(list).map((r) => r.id))
      }),
    )
  })
  it('puts priority before specificity before id, and leaves disabled rules out', () => {
    const base = { name: '', then: { strategy: { kind: 'least_load' } } } as const
    const one: Condition = { field: 'region', op: 'exists' }
    const ranked = rankRules([
      { ...base, id: 'c', priority: 1, when: one },
      { ...base, id: 'b', priority: 1, when: one },
      { ...base, id: 'a', priority: 1, when: { all: [] } },
      { ...base, id: 'z', priority: 2, when: { all: [] } },
      { ...base, id: 'y', priority: 9, when: one, enabled: false },
    ])
    expect(ranked.map((r) => r.id)).toEqual(['z', 'b', 'c', 'a'])
  })
})
