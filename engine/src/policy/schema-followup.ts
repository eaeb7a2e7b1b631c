import { integer, type JsonSchema, listOf, mapOf, oneOfTexts, shape, text } from './schema-types.ts'

const days = integer(1, 3650)
const hours = integer(1, 8760)
const minutes = listOf(integer(1, 525_600), 1)

const cadenceRule = shape(
  { id: text(), contacts: integer(1, 100), perDays: integer(1, 365) },
  {
    tiers: listOf(text()),
    stages: listOf(text()),
    firstDays: integer(1, 365, 'Only in the first so many days with this owner.'),
    channels: integer(1, 8),
    deep: { type: 'boolean', description: 'Only calls, meetings and visits count.' },
  },
)

/** Shape of the group `followup`. */
export const followupSchema: JsonSchema = shape(
  {},
  {
    workingDays: listOf(integer(1, 7)),
    firstResponse: shape({}, { hours: oneOfTexts('duty_roster', 'owner', 'always') }),
    recall: shape({}, { enabled: { type: 'boolean' }, hours, warnHours: integer(0, 8760) }),
    progress: shape({}, { days, repeatDays: days }),
    reminders: shape({}, { afterMinutes: minutes, repeatHours: hours, most: integer(1, 100) }),
    classes: mapOf(shape({}, { recallHours: hours, progressDays: days, remindAfterMinutes: minutes })),
    deadlines: shape(
      {},
      {
        warnHours: hours,
        checkpointWeekday: integer(1, 7),
        checkpointMinute: integer(0, 1439, 'Minute of the local day; 960 = 16:00.'),
        behindPercent: integer(1, 100),
      },
    ),
    cadence: listOf(cadenceRule),
    interval: shape({}, { fromDays: days, toDays: days }),
    buffer: shape({}, { minimumDays: days, maximumDays: days }),
    triggers: shape(
      {},
      {
        minimumGainThousandths: integer(0, 1_000_000),
        restDays: integer(0, 3650),
        declinedDays: integer(0, 3650),
        formerOwnerDays: integer(0, 3650),
        expireHours: hours,
        mostPerOwner: integer(1, 1000),
      },
    ),
    relief: shape(
      {},
      {
        reserveRole: text(),
        telesalesRole: text(),
        temporaryDays: days,
        firstResponseMinutes: integer(1, 525_600),
      },
    ),
    health: shape({}, { unfollowedHours: hours, unfollowedPermille: integer(0, 1000) }),
  },
  'Clocks, reminders, cadence and triggers; every part may be absent.',
)
