import { integer, type JsonSchema, listOf, oneOfTexts, shape, text } from './schema-types.ts'

/** How long whoever is chosen by a rule may think; its presence makes the rule ask. */
export const offerRuleSchema: JsonSchema = shape(
  {},
  { minutes: integer(1, 10_080), seconds: integer(1, 3600) },
  'Whoever is chosen is asked first. How long the offer stands; the default of `offers` where neither is given.',
)

/** Shape of the group `offers`. */
export const offersSchema: JsonSchema = shape(
  {},
  {
    minutes: integer(1, 10_080),
    hours: oneOfTexts('rep', 'always'),
    freePerWeek: integer(0, 1000, 'Offers a rep may let go in a week without a turn lost.'),
    maxRounds: integer(1, 100),
    after: oneOfTexts('assign', 'pool', 'manager'),
    poolId: text(),
    reasons: listOf(shape({ code: text(), zh: text(), en: text() }), 1),
  },
  'Offers: accept, decline, time out; every part may be absent.',
)
