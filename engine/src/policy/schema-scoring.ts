import { integer, type JsonSchema, listOf, mapOf, oneOfTexts, shape, text } from './schema-types.ts'

const score = integer(0, 100)
const bands = listOf({
  description: 'The first band that holds gives the score.',
  oneOf: [
    shape({ in: listOf(text(), 1), score }),
    shape({ atLeast: { type: 'number' }, score }),
    shape({ is: { type: 'boolean' }, score }),
  ],
})

const tier = oneOfTexts('A', 'B', 'C')
const cells = (rows: readonly string[], columns: readonly string[], value: JsonSchema): JsonSchema =>
  shape(Object.fromEntries(rows.flatMap((row) => columns.map((column) => [`${row}_${column}`, value]))))

export const pointsSchema = cells(
  ['high', 'mid', 'low'],
  ['hard', 'medium', 'easy'],
  integer(0, 100_000, 'Hundredths of a load point.'),
)

const money = integer(0, Number.MAX_SAFE_INTEGER, 'Minor units (fen).')

export const scoringSchema: JsonSchema = shape(
  {
    parameters: listOf(shape({ field: text(), weight: integer(0, 1000), bands, otherwise: score })),
    probabilityBands: shape({ high: score, mid: score }),
    amountBands: shape({ large: money, medium: money }),
    grid: cells(['high', 'mid', 'low'], ['large', 'medium', 'small'], tier),
    urgentValues: listOf(text()),
  },
  {
    priority: shape(
      {},
      {
        score: integer(0, 1000),
        winRate: integer(0, 1000),
        urgency: integer(0, 1000),
        perHour: integer(0, 100, 'Points per hour waited.'),
      },
    ),
    stageWeights: mapOf(mapOf(integer(0, 1000))),
    difficulty: shape({
      inputs: listOf(shape({ field: text(), bands })),
      minimumKnown: integer(1, 100),
      hardFrom: score,
      mediumFrom: score,
    }),
  },
)
