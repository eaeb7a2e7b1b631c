import { integer, type JsonSchema, listOf, mapOf, oneOfTexts, shape, text } from './schema-types.ts'

const words = shape({ title: text(), standard: text() }, { acceptance: text() })

export const tasksSchema: JsonSchema = shape({
  standardRequired: { type: 'boolean' },
  dueHour: integer(0, 23),
  acknowledgeWithinMinutes: integer(1, 525_600),
  deadlineNearHours: integer(1, 720),
  behindPercent: integer(1, 100, 'Points behind plan from which the superior hears of it.'),
  checkpoint: shape({
    weekday: integer(1, 7, 'Monday = 1.'),
    hour: integer(0, 23),
    afterDays: integer(1, 365, 'Tasks longer than this get it where nobody set any.'),
  }),
  blockers: listOf(shape({ code: text(), zh: text(), en: text() }), 1),
  nextSteps: mapOf(
    listOf(
      shape(
        { id: text(), dueInDays: integer(0, 365), zh: words, en: words },
        {
          value: oneOfTexts('high', 'mid', 'low'),
          difficulty: oneOfTexts('easy', 'medium', 'hard'),
        },
      ),
    ),
  ),
})
