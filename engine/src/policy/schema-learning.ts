import { integer, type JsonSchema, listOf, oneOfTexts, shape } from './schema-types.ts'

export const learningSchema: JsonSchema = shape(
  {},
  {
    winModel: oneOfTexts('validated', 'rates', 'off'),
    activation: oneOfTexts('automatic', 'manual'),
    halfLifeDays: integer(1, 3650, 'Age in days at which an outcome counts half.'),
    unknownBandPercent: integer(
      0,
      1000,
      'Percent of a standard error a rep must stand off the average before the difference counts.',
    ),
    exploration: shape(
      {},
      {
        sharePermille: integer(0, 500, 'Share of items of the named tiers on which newcomers are tried out.'),
        tiers: listOf(oneOfTexts('high', 'mid', 'low')),
        newcomerBelowPermille: integer(0, 1000),
      },
    ),
    capability: shape(
      {},
      {
        tags: oneOfTexts('propose', 'write', 'off'),
        minOutcomes: integer(1, 1000),
        staleAfterDays: integer(1, 3650),
        highIntentLimit: oneOfTexts('policy', 'personal'),
      },
    ),
  },
  'How the company learns from outcomes.',
)
