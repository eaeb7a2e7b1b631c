import { integer, type JsonSchema, shape } from './schema-types.ts'

/** Shape of `backlog`. */
export const backlogSchema: JsonSchema = shape(
  {
    minutes: integer(
      0,
      720,
      'So long after the working day began nobody gets more than their share of what waited before it.',
    ),
  },
  {},
  'Whoever is first on Monday does not receive the weekend; absent = they may.',
)
