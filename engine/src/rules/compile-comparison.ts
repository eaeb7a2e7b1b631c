import type { Facts } from '../model/field.ts'
import type { TypedComparison } from './literals.ts'

/** A compiled test of facts. */
export type FactsTest = (facts: Facts) => boolean

// Column getters. The key comes from the whitelist, never from user text, and only own properties are read, so
// neither a rule nor a polluted prototype can reach anything but the facts. A fact of another type than its field
// declares counts as absent.
const textOf = (key: string) => (facts: Facts) => {
  const value = Object.hasOwn(facts, key) ? facts[key] : undefined
  return typeof value === 'string' ? value : undefined
}
const numberOf = (key: string) => (facts: Facts) => {
  const value = Object.hasOwn(facts, key) ? facts[key] : undefined
  return typeof value === 'number' ? value : undefined
}
const booleanOf = (key: string) => (facts: Facts) => {
  const value = Object.hasOwn(facts, key) ? facts[key] : undefined
  return typeof value === 'boolean' ? value : undefined
}
const noTexts: readonly string[] = []
const listOf = (key: string) => (facts: Facts) => {
  const value = Object.hasOwn(facts, key) ? facts[key] : undefined
  return typeof value === 'object' ? value : noTexts
}

const not =
  (test: FactsTest): FactsTest =>
  (facts) =>
    !test(facts)

function textTest(key: string, { op, literal }: TypedComparison): FactsTest | undefined {
  const read = textOf(key)
  if (literal.kind === 'texts') {
    const set = new Set(literal.values)
    const holds: FactsTest = (facts) => {
      const value = read(facts)
      return value !== undefined && set.has(value)
    }
    return op === 'in' ? holds : not(holds)
  }
  if (literal.kind !== 'text') return undefined
  const wanted = literal.value
  switch (op) {
    case 'eq':
      return (facts) => read(facts) === wanted
    case 'ne':
      return (facts) => read(facts) !== wanted
    case 'contains':
      return (facts) => read(facts)?.includes(wanted) ?? false
    case 'startsWith':
      return (facts) => read(facts)?.startsWith(wanted) ?? false
    default:
      return undefined
  }
}

function numberTest(key: string, { op, literal }: TypedComparison): FactsTest | undefined {
  const read = numberOf(key)
  if (literal.kind === 'range') {
    const { from, to } = literal
    return (facts) => {
      const value = read(facts)
      return value !== undefined && value >= from && value <= to
    }
  }
  if (literal.kind === 'numbers') {
    const set = new Set(literal.values)
    const holds: FactsTest = (facts) => {
      const value = read(facts)
      return value !== undefined && set.has(value)
    }
    return op === 'in' ? holds : not(holds)
  }
  if (literal.kind !== 'number') return undefined
  const wanted = literal.value
  switch (op) {
    case 'eq':
      return (facts) => read(facts) === wanted
    case 'ne':
      return (facts) => read(facts) !== wanted
    case 'gt':
      return (facts) => (read(facts) ?? Number.NaN) > wanted
    case 'gte':
      return (facts) => (read(facts) ?? Number.NaN) >= wanted
    case 'lt':
      return (facts) => (read(facts) ?? Number.NaN) < wanted
    case 'lte':
      return (facts) => (read(facts) ?? Number.NaN) <= wanted
    default:
      return undefined
  }
}

function listTest(key: string, { op, literal }: TypedComparison): FactsTest | undefined {
  const read = listOf(key)
  if (literal.kind === 'text') {
    const wanted = literal.value
    return (facts) => read(facts).includes(wanted)
  }
  if (literal.kind !== 'texts') return undefined
  if (op === 'hasAll') {
    const { values } = literal
    return (facts) => {
      const list = read(facts)
      return values.every((value) => list.includes(value))
    }
  }
  const set = new Set(literal.values)
  return (facts) => read(facts).some((value) => set.has(value))
}

/** Present means: an own fact of the declared type; an empty list or text is nothing. */
function presence({ field }: TypedComparison): FactsTest {
  const { key } = field
  switch (field.type) {
    case 'text': {
      const read = textOf(key)
      return (facts) => (read(facts) ?? '') !== ''
    }
    case 'list': {
      const read = listOf(key)
      return (facts) => read(facts).length > 0
    }
    case 'boolean': {
      const read = booleanOf(key)
      return (facts) => read(facts) !== undefined
    }
    default: {
      const read = numberOf(key)
      return (facts) => read(facts) !== undefined
    }
  }
}

/**
 * One typed comparison as a closure. An absent fact makes every test false except `missing`, `ne` and `notIn`:
 * those two are the exact opposites of `eq` and `in`.
 */
export function compileComparison(typed: TypedComparison): FactsTest {
  const { field, op, literal } = typed
  if (op === 'exists') return presence(typed)
  if (op === 'missing') return not(presence(typed))
  let test: FactsTest | undefined
  if (field.type === 'text') test = textTest(field.key, typed)
  else if (field.type === 'list') test = listTest(field.key, typed)
  else if (field.type === 'boolean' && literal.kind === 'boolean') {
    const read = booleanOf(field.key)
    const wanted = literal.value
    test = op === 'eq' ? (facts) => read(facts) === wanted : (facts) => read(facts) !== wanted
  } else test = numberTest(field.key, typed)
  if (!test) throw new Error(`${field.key} ${op} was typed but has no closure`)
  return test
}
