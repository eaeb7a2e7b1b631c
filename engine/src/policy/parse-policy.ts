import { isTimeZone } from '../calendar/index.ts'
import type { FieldDefinition, FieldType } from '../model/field.ts'
import type { Policy, RuleAction, ScoreParameter } from '../model/policy.ts'
import type { Problem } from '../model/problem.ts'
import type { Result } from '../model/result.ts'
import { checkCondition, createFieldSet, type FieldSet } from '../rules/index.ts'
import { windowMs } from './compile-caps.ts'
import { policySchema } from './policy-schema.ts'
import { pointerPart, validateShape } from './validate-shape.ts'

/** One thing wrong in a policy document: where, what, and what would be right. */
export type PolicyProblem = Problem

const unknownField = (path: string, fields: FieldSet): Problem => ({
  path,
  code: 'UNKNOWN_FIELD',
  expected: fields.definitions.map((field) => field.key),
})

/** Entries whose key was seen before. */
function duplicates(keys: readonly string[], path: (index: number) => string): Problem[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: path(index), code: 'DUPLICATE' as const, expected: 'unique' }] : [],
  )
}

function checkAction(action: RuleAction, path: string, policy: Policy, fields: FieldSet): Problem[] {
  const problems: Problem[] = []
  if (action.slaClass !== undefined && !Object.hasOwn(policy.sla, action.slaClass)) {
    problems.push({ path: `${path}/slaClass`, code: 'UNKNOWN_SLA_CLASS', expected: Object.keys(policy.sla) })
  }
  for (const [index, name] of (action.queueBy ?? []).entries()) {
    if (!fields.resolve(name)) problems.push(unknownField(`${path}/queueBy/${index}`, fields))
  }
  return problems
}

const bandTypes: Readonly<Record<'in' | 'atLeast' | 'is', readonly FieldType[]>> = {
  in: ['text', 'list'],
  atLeast: ['number', 'time'],
  is: ['boolean'],
}

function checkBands(
  source: { readonly field: string; readonly bands: ScoreParameter['bands'] },
  path: string,
  fields: FieldSet,
): Problem[] {
  const field = fields.resolve(source.field)
  if (!field) return [unknownField(`${path}/field`, fields)]
  return source.bands.flatMap((band, index) => {
    const key = 'in' in band ? 'in' : 'is' in band ? 'is' : 'atLeast'
    if (bandTypes[key].includes(field.type)) return []
    const expected = (['in', 'atLeast', 'is'] as const).filter((k) => bandTypes[k].includes(field.type))
    return [{ path: `${path}/bands/${index}/${key}`, code: 'VALUE_NOT_FOR_FIELD' as const, expected }]
  })
}

/** A stage can weigh only what is scored. */
function checkStageWeights({ parameters, stageWeights = {} }: Policy['scoring']): Problem[] {
  const scored = parameters.map((parameter) => parameter.field)
  return Object.entries(stageWeights).flatMap(([stage, weights]) =>
    Object.keys(weights)
      .filter((field) => !scored.includes(field))
      .map((field) => ({
        path: `/scoring/stageWeights/${pointerPart(stage)}/${pointerPart(field)}`,
        code: 'UNKNOWN_FIELD' as const,
        expected: scored,
      })),
  )
}

function checkScoring({ scoring }: Policy, fields: FieldSet): Problem[] {
  const { parameters, probabilityBands, amountBands, difficulty } = scoring
  const reversed = (path: string, atLeast: number): Problem => ({
    path,
    code: 'BOUNDS_REVERSED',
    expected: atLeast,
  })
  return [
    ...parameters.flatMap((p, index) => checkBands(p, `/scoring/parameters/${index}`, fields)),
    ...duplicates(
      parameters.map((p) => p.field),
      (index) => `/scoring/parameters/${index}/field`,
    ),
    ...checkStageWeights(scoring),
    ...(probabilityBands.high < probabilityBands.mid
      ? [reversed('/scoring/probabilityBands/high', probabilityBands.mid)]
      : []),
    ...(amountBands.large < amountBands.medium
      ? [reversed('/scoring/amountBands/large', amountBands.medium)]
      : []),
    ...(difficulty?.inputs ?? []).flatMap((input, index) =>
      checkBands(input, `/scoring/difficulty/inputs/${index}`, fields),
    ),
    ...(difficulty && difficulty.hardFrom < difficulty.mediumFrom
      ? [reversed('/scoring/difficulty/hardFrom', difficulty.mediumFrom)]
      : []),
  ]
}

/** What nobody takes must have somewhere to go. */
function checkOffers({ offers, rules, fallback }: Policy): Problem[] {
  if (offers?.after === 'pool' && offers.poolId === undefined) {
    const homeless = [...rules.map((rule) => rule.then), fallback].some(
      (action) => action.offer !== undefined && action.pool === undefined,
    )
    if (homeless) return [{ path: '/offers/poolId', code: 'REQUIRED', expected: 'text' }]
  }
  return duplicates(
    (offers?.reasons ?? []).map((reason) => reason.code),
    (index) => `/offers/reasons/${index}/code`,
  )
}

function checkCaps({ caps = [], rules }: Policy, fields: FieldSet): Problem[] {
  const known = [...rules.map((rule) => rule.id), '*']
  return [
    ...duplicates(
      caps.map((cap) => cap.id),
      (index) => `/caps/${index}/id`,
    ),
    ...caps.flatMap((cap, index) => [
      ...checkCondition(cap.when, `/caps/${index}/when`, fields),
      ...(windowMs(cap) > 0
        ? []
        : [{ path: `/caps/${index}/window`, code: 'REQUIRED' as const, expected: 'minutes, hours or days' }]),
      ...(cap.rules ?? []).flatMap((id, place) =>
        known.includes(id)
          ? []
          : [{ path: `/caps/${index}/rules/${place}`, code: 'NOT_ONE_OF' as const, expected: known }],
      ),
    ]),
  ]
}

function checkMeaning(policy: Policy, fields: FieldSet): Problem[] {
  return [
    ...(isTimeZone(policy.timeZone)
      ? []
      : [{ path: '/timeZone', code: 'UNKNOWN_TIME_ZONE' as const, expected: 'Asia/Shanghai' }]),
    ...duplicates(
      policy.rules.map((rule) => rule.id),
      (index) => `/rules/${index}/id`,
    ),
    ...policy.rules.flatMap((rule, index) => [
      ...checkCondition(rule.when, `/rules/${index}/when`, fields),
      ...checkAction(rule.then, `/rules/${index}/then`, policy, fields),
    ]),
    ...checkAction(policy.fallback, '/fallback', policy, fields),
    ...duplicates(
      policy.gauges.map((gauge) => gauge.name),
      (index) => `/gauges/${index}/name`,
    ),
    ...checkOffers(policy),
    ...checkCaps(policy, fields),
    ...checkScoring(policy, fields),
    ...(policy.planning?.triage?.exit === 'pool' && policy.planning.triage.poolId === undefined
      ? [{ path: '/planning/triage/poolId', code: 'REQUIRED' as const, expected: 'string' }]
      : []),
    ...policy.tagging.flatMap((rule, index) => checkCondition(rule.when, `/tagging/${index}/when`, fields)),
  ]
}

/**
 * Checks a policy document of unknown origin: shape first, then meaning (fields known, operators and literals that
 * fit, references, borders the right way round). Every problem points at its place by JSON pointer and says what
 * would be right. `customFields` are the custom attributes of the tenant.
 */
export function parsePolicy(
  input: unknown,
  customFields: readonly FieldDefinition[] = [],
): Result<Policy, readonly PolicyProblem[]> {
  const misshapen = validateShape(policySchema, input, '')
  if (misshapen.length > 0) return { ok: false, error: misshapen }
  const policy = input as Policy
  const problems = checkMeaning(policy, createFieldSet(customFields))
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: policy }
}
