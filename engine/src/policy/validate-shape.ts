import type { Problem } from '../model/problem.ts'
import type { JsonSchema } from './schema-types.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A key as a part of a JSON pointer. */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** What a schema asks for, in one word or a list of words: the `expected` of a problem. */
function expectation(schema: JsonSchema): Problem['expected'] {
  if ('const' in schema) return String(schema.const)
  if ('oneOf' in schema) return schema.oneOf.flatMap(discriminators)
  if ('$ref' in schema) return 'condition'
  if (schema.type === 'string') return schema.enum ?? 'text'
  if (schema.type === 'array') return 'list'
  return schema.type
}

/** What tells a branch from its siblings: the constant of its `kind`, else its required keys. */
function discriminators(schema: JsonSchema): readonly string[] {
  if (!('type' in schema) || schema.type !== 'object') return []
  const kind = schema.properties?.['kind']
  if (kind && 'const' in kind) return [String(kind.const)]
  return (schema.required ?? []).slice(0, 1)
}

function matchesBranch(schema: JsonSchema, value: Readonly<Record<string, unknown>>): boolean {
  if (!('type' in schema) || schema.type !== 'object') return false
  const kind = schema.properties?.['kind']
  if (kind && 'const' in kind) return Object.hasOwn(value, 'kind') && value['kind'] === kind.const
  return (schema.required ?? []).slice(0, 1).every((key) => Object.hasOwn(value, key))
}

function validateObject(
  schema: Extract<JsonSchema, { type: 'object' }>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): Problem[] {
  const problems: Problem[] = []
  const properties = schema.properties ?? {}
  for (const key of schema.required ?? []) {
    const wanted = properties[key]
    if (!Object.hasOwn(value, key) && wanted) {
      problems.push({ path: `${path}/${pointerPart(key)}`, code: 'REQUIRED', expected: expectation(wanted) })
    }
  }
  for (const [key, member] of Object.entries(value)) {
    const at = `${path}/${pointerPart(key)}`
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (own) problems.push(...validateShape(own, member, at))
    else if (schema.additionalProperties !== false) {
      problems.push(...validateShape(schema.additionalProperties, member, at))
    } else problems.push({ path: at, code: 'UNKNOWN_KEY', expected: Object.keys(properties) })
  }
  return problems
}

/** Every place where a value of unknown origin differs from a schema. Conditions (`$ref`) are left to `checkCondition`. */
export function validateShape(schema: JsonSchema, value: unknown, path: string): Problem[] {
  const problem = (code: Problem['code'], expected = expectation(schema)): Problem[] => [
    { path, code, expected },
  ]
  if ('$ref' in schema) return []
  if ('const' in schema) return value === schema.const ? [] : problem('NOT_ONE_OF', [String(schema.const)])
  if ('oneOf' in schema) {
    if (!isRecord(value)) return problem('WRONG_TYPE', 'object')
    const branch = schema.oneOf.find((candidate) => matchesBranch(candidate, value))
    if (branch) return validateShape(branch, value, path)
    const byKind = schema.oneOf.some(
      (candidate) => 'properties' in candidate && candidate.properties?.['kind'],
    )
    return [{ path: byKind ? `${path}/kind` : path, code: 'NOT_ONE_OF', expected: expectation(schema) }]
  }
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return problem('WRONG_TYPE', 'text')
      if (value.length < (schema.minLength ?? 0)) return problem('EMPTY', 'text')
      return schema.enum && !schema.enum.includes(value) ? problem('NOT_ONE_OF', schema.enum) : []
    case 'boolean':
      return typeof value === 'boolean' ? [] : problem('WRONG_TYPE')
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return problem('WRONG_TYPE')
      if (schema.type === 'integer' && !Number.isInteger(value)) return problem('NOT_AN_INTEGER')
      if (schema.minimum !== undefined && value < schema.minimum) return problem('TOO_SMALL', schema.minimum)
      return schema.maximum !== undefined && value > schema.maximum
        ? problem('TOO_LARGE', schema.maximum)
        : []
    case 'array': {
      if (!Array.isArray(value)) return problem('WRONG_TYPE')
      if (value.length < (schema.minItems ?? 0)) return problem('EMPTY', schema.minItems ?? 0)
      return value.flatMap((entry, index) => validateShape(schema.items, entry, `${path}/${index}`))
    }
    case 'object':
      return isRecord(value) ? validateObject(schema, value, path) : problem('WRONG_TYPE')
  }
}
