import { offerRuleSchema } from './schema-offers.ts'
import { integer, type JsonSchema, listOf, oneOfTexts, shape, text } from './schema-types.ts'

const weight = (what: string): JsonSchema => integer(0, 1000, what)

export const strategySchema: JsonSchema = {
  description: 'How one of the eligible candidates is chosen.',
  oneOf: [
    shape({
      kind: { const: 'scored' },
      weights: shape({
        winValue: weight('Win probability times value band.'),
        fit: weight('Industry, product line, tags with level.'),
        headroom: weight('Free share of the tightest gauge.'),
        fairness: weight('Points per turn of fairness shortfall.'),
        continuity: weight('Owner of the customer, or closed the same customer type before.'),
        development: weight('Work that suits the level of experience.'),
      }),
      nearTieThousandths: integer(
        0,
        1_000_000,
        'Within this distance of the best the choice is drawn; 1/1000 point.',
      ),
      temperatureThousandths: integer(
        0,
        1_000_000,
        'Softmax temperature inside that band; 0 = always the best.',
      ),
    }),
    shape({ kind: { const: 'weighted_rotation' } }, { performancePercent: integer(0, 100) }),
    shape({ kind: { const: 'least_load' } }),
    shape({ kind: { const: 'spare_capacity' } }),
    shape({ kind: { const: 'attributes' } }),
    shape({ kind: { const: 'manual' } }),
  ],
}

const levels = oneOfTexts('newcomer', 'growing', 'senior')

export const actionSchema: JsonSchema = shape(
  { strategy: strategySchema },
  {
    candidates: shape(
      {},
      {
        roles: listOf(text()),
        teams: listOf(text()),
        territories: listOf(text()),
        levels: listOf(levels),
        tags: listOf(shape({ tag: text() }, { minLevel: integer(1, 5) })),
        repIds: listOf(text()),
        match: listOf(oneOfTexts('region', 'industry', 'product')),
      },
      'Who may be considered: every given part must hold; a list holds if any of its entries does.',
    ),
    slaClass: text('A key of `sla`.'),
    pool: shape({ id: text(), when: oneOfTexts('always', 'nobody_eligible') }),
    relax: listOf(
      shape({
        afterMinutes: integer(0, 525_600, 'Minutes of waiting.'),
        drop: listOf(
          oneOfTexts('roles', 'teams', 'territories', 'levels', 'tags', 'region', 'industry', 'product'),
          1,
        ),
      }),
    ),
    queue: text('Rules that name the same queue share one fairness ledger.'),
    queueBy: listOf(text('A field whose values split the queue.')),
    offer: offerRuleSchema,
  },
)
