import { activityChannels, activityKinds, activityResults } from '../model/activity-policy.ts'
import { integer, type JsonSchema, listOf, mapOf, oneOfTexts, shape, text } from './schema-types.ts'

export const activitiesSchema: JsonSchema = shape({
  contactKinds: listOf(oneOfTexts(...activityKinds)),
  progress: shape({
    results: listOf(oneOfTexts(...activityResults)),
    nextStepCounts: { type: 'boolean' },
    minimumQuality: integer(0, 100),
    copiesCount: { type: 'boolean' },
  }),
  notes: shape({
    compareDays: integer(1, 365),
    copyPercent: integer(50, 100),
    contactWithinHours: integer(1, 720),
  }),
  rhythm: shape({
    newDays: integer(1, 365),
    firstWeek: shape({ contacts: integer(0, 50), channels: integer(0, 8) }),
    perWeek: mapOf(integer(0, 50)),
    overPerWeek: integer(1, 100),
    bandFromDays: integer(1, 365, 'A yardstick of the analysis, no rule.'),
    bandToDays: integer(1, 365),
  }),
  templates: listOf(
    shape(
      { id: text(), stage: oneOfTexts('new', 'mature'), zh: text(), en: text() },
      { channel: oneOfTexts(...activityChannels) },
    ),
  ),
})
