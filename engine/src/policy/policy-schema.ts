import { comparisonOperators } from '../rules/index.ts'
import { creditsSchema } from './credit-settings.ts'
import { actionSchema } from './schema-action.ts'
import { activitiesSchema } from './schema-activities.ts'
import { backlogSchema } from './schema-backlog.ts'
import { capsSchema } from './schema-caps.ts'
import { followupSchema } from './schema-followup.ts'
import { handoverSchema } from './schema-handover.ts'
import { learningSchema } from './schema-learning.ts'
import { offersSchema } from './schema-offers.ts'
import { planningSchema } from './schema-planning.ts'
import { pointsSchema, scoringSchema } from './schema-scoring.ts'
import { tasksSchema } from './schema-tasks.ts'
import { integer, type JsonSchema, listOf, mapOf, oneOfTexts, shape, text } from './schema-types.ts'

const conditionRef: JsonSchema = { $ref: '#/$defs/condition' }

const requiredGroups = {
  formatVersion: { const: 1 },
  name: text(),
  timeZone: text('IANA zone of the company: day, week and month borders of caps.'),
  rules: listOf(
    shape(
      {
        id: text(),
        name: text(),
        priority: integer(-1_000_000, 1_000_000, 'Higher first; then more comparisons; then id.'),
        when: conditionRef,
        then: actionSchema,
      },
      { enabled: { type: 'boolean' } },
    ),
  ),
  fallback: actionSchema,
  gauges: listOf(
    shape(
      {
        name: oneOfTexts(
          'load_index',
          'open_items',
          'key_projects',
          'concurrent_opportunities',
          'high_intent_today',
          'followed_this_month',
          'current_customers',
        ),
        threshold: integer(0, 1_000_000_000, 'Hundredths of a point for load_index, else a count.'),
        action: oneOfTexts('flag', 'pause'),
      },
      { warnPercent: integer(1, 100) },
    ),
  ),
  workload: shape({
    pointsHundredths: pointsSchema,
    unknownHundredths: integer(0, 100_000),
    underloadPercent: integer(0, 100),
  }),
  scoring: scoringSchema,
  tagging: listOf(shape({ tag: text(), when: conditionRef })),
  fairness: shape({
    period: oneOfTexts('week', 'month', 'none'),
    maxTurns: integer(1, 1000),
    measure: oneOfTexts('count', 'value'),
    unfollowedLimitPermille: integer(0, 1000),
    decliningGetMore: { type: 'boolean' },
  }),
  continuity: shape({ owner: oneOfTexts('first', 'prefer', 'off') }),
  duplicates: shape({ action: oneOfTexts('merge', 'link', 'block', 'off') }),
  keyIndustries: listOf(text()),
  sla: mapOf(shape({ firstResponseMinutes: integer(1, 525_600) })),
}

/** Groups a policy may leave out; each has defaults of its own. */
const optionalGroups = {
  tasks: tasksSchema,
  followup: followupSchema,
  activities: activitiesSchema,
  handover: handoverSchema,
  learning: learningSchema,
  planning: planningSchema,
  offers: offersSchema,
  credits: creditsSchema,
  caps: capsSchema,
  backlog: backlogSchema,
}

/** Shape of a policy document; what a shape cannot say (known fields, references) `parsePolicy` checks besides. */
export const policySchema: JsonSchema = shape(requiredGroups, optionalGroups)

const group = (key: string): JsonSchema => shape({ [key]: listOf(conditionRef) })

/** The committed `policy.schema.json`: the shape with its definitions, for editors and other programs. */
export const policyJsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Peineng assignment policy',
  ...policySchema,
  $defs: {
    condition: {
      description: 'A tree of tests. An empty `all` is true, an empty `any` is false.',
      oneOf: [
        group('all'),
        group('any'),
        shape({ not: conditionRef }),
        {
          type: 'object',
          properties: {
            field: text('A built-in field, or a custom attribute as `custom.<name>` or by its bare name.'),
            op: oneOfTexts(...comparisonOperators),
            value: {
              description:
                'Absent for exists and missing; a pair for between; a list for in, notIn, hasAny, hasAll.',
            },
          },
          required: ['field', 'op'],
          additionalProperties: false,
        },
      ],
    },
  },
} as const
