import { integer, type JsonSchema, listOf, oneOfTexts, shape, text } from './schema-types.ts'

/** Shape of `caps`. */
export const capsSchema: JsonSchema = listOf(
  shape(
    {
      id: text(),
      when: { $ref: '#/$defs/condition' },
      per: oneOfTexts('rep', 'team', 'rule'),
      limit: integer(0, 1_000_000),
      window: shape(
        {},
        { minutes: integer(1, 1440), hours: integer(1, 720), days: integer(1, 31) },
        'The parts add up.',
      ),
    },
    { rules: listOf(text(), 1) },
    'At most `limit` of these items in any such stretch of time.',
  ),
)
