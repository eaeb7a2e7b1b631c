import type { Facts } from '../model/field.ts'
import type { Policy, ScoreParameter } from '../model/policy.ts'
import { compileCondition, type FieldSet } from '../rules/index.ts'
import {
  compileDifficulty,
  compileScore,
  deriveFacts,
  givenDifficulty,
  gridCellOf,
  quadrantOf,
  type Score,
  taskTypeOf,
  tierOf,
  valueBandOf,
} from '../scoring/index.ts'
import { loadPoints } from '../workload/index.ts'
import type { Assessment } from './compiled-policy.ts'

/** The assessment laid into the facts, so that rules read what was found out like any other fact. */
export function enrich(facts: Facts, assessment: Assessment): Facts {
  return withFindings(deriveFacts(facts), assessment)
}

function withFindings(facts: Facts, assessment: Assessment): Facts {
  const { score, tier, gridCell, taskType, quadrant, tags, value, difficulty } = assessment
  return {
    ...facts,
    score,
    tier,
    gridCell,
    taskType,
    quadrant,
    tags,
    ...(value === null ? {} : { value }),
    ...(difficulty === null ? {} : { difficulty }),
  }
}

/** Given tags first, in their order; each once. */
function givenTags(facts: Facts): readonly string[] {
  const tags = facts['tags']
  const list = typeof tags === 'string' ? [tags] : typeof tags === 'object' ? tags : []
  return [...new Set(list)]
}

/** The score with the weights of the item's life-cycle stage (B7), where the policy gives that stage its own. */
function compileStagedScore(
  { parameters, stageWeights = {} }: Policy['scoring'],
  keyed: (parameter: ScoreParameter) => ScoreParameter,
): (facts: Facts) => Score {
  const usual = compileScore(parameters.map(keyed))
  const byStage = new Map(
    Object.entries(stageWeights).map(([stage, weights]) => {
      const own = parameters.map((p) =>
        keyed({ ...p, weight: (Object.hasOwn(weights, p.field) ? weights[p.field] : undefined) ?? p.weight }),
      )
      return [stage, compileScore(own)] as const
    }),
  )
  return (facts) => {
    const stage = facts['lifecycleStage']
    return ((typeof stage === 'string' ? byStage.get(stage) : undefined) ?? usual)(facts)
  }
}

/** Compiles everything `assess` needs: parameters, difficulty, tag rules. */
export function compileAssess(policy: Policy, fields: FieldSet): (facts: Facts) => Assessment {
  const { scoring } = policy
  const keyed = <T extends { readonly field: string }>(source: T): T => ({
    ...source,
    field: fields.resolve(source.field)?.key ?? source.field,
  })
  const scoreOf = compileStagedScore(scoring, keyed)
  const computedDifficulty = compileDifficulty(
    scoring.difficulty && { ...scoring.difficulty, inputs: scoring.difficulty.inputs.map(keyed) },
  )
  const tagRules = policy.tagging.map(({ tag, when }) => ({ tag, test: compileCondition(when, fields).test }))
  return (raw) => {
    const facts = deriveFacts(raw)
    const { score, terms } = scoreOf(facts)
    const value = valueBandOf(facts, scoring.amountBands)
    const difficulty = givenDifficulty(facts) ?? computedDifficulty(facts)
    const gridCell = gridCellOf(score, facts, value, scoring)
    const tier = tierOf(gridCell, scoring.grid)
    const untagged: Assessment = {
      score,
      terms,
      tags: givenTags(facts),
      value,
      difficulty,
      gridCell,
      tier,
      taskType: taskTypeOf(value, difficulty),
      quadrant: quadrantOf(facts, value, tier, scoring.urgentValues),
      pointsHundredths: loadPoints(policy.workload, value, difficulty),
    }
    const seen = withFindings(facts, untagged)
    const added = tagRules.filter(({ test }) => test(seen)).map(({ tag }) => tag)
    return { ...untagged, tags: [...new Set([...untagged.tags, ...added])] }
  }
}
