import { integer, type JsonSchema, listOf, oneOfTexts, shape, text } from './schema-types.ts'

const flag: JsonSchema = { type: 'boolean' }

export const planningSchema: JsonSchema = shape(
  {},
  {
    prices: shape(
      {},
      { use: flag, maxAgeMinutes: integer(1, 10_080, 'Older prices are not used.') },
      'Arriving items pay the price of time the last joint plan found.',
    ),
    triage: shape(
      {},
      {
        exit: oneOfTexts('off', 'pool', 'wait'),
        poolId: text('The pool of the exit `pool`.'),
        slackPoints: integer(0, 1000, 'So much less than the time it takes an item may be worth.'),
        spare: listOf(oneOfTexts('high', 'mid', 'low')),
      },
      'What becomes of an item that nobody’s time is worth.',
    ),
    fairnessDebtPoints: integer(0, 1000, 'Points per turn somebody is behind, in a joint plan.'),
    reoptimise: shape(
      {},
      {
        enabled: flag,
        everyMinutes: integer(1, 1440),
        movable: shape({}, { waiting: flag, pooled: flag, unaccepted: flag }),
        switchingPoints: integer(0, 1000, 'What a hand-over has to gain at least.'),
        hysteresisPercent: integer(0, 1000, 'And this much of what the item is worth where it is.'),
        restMinutes: integer(0, 525_600, 'Nothing moves again before this.'),
        maxMoves: integer(1, 1000),
        maxMovesPerItemADay: integer(1, 100),
      },
      'What waits and what may move is planned anew every few minutes.',
    ),
  },
  'What happens between joint plans.',
)
