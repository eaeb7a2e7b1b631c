import { handoverCauses } from '../model/handover-policy.ts'
import { integer, type JsonSchema, listOf, mapOf, oneOfTexts, shape, text } from './schema-types.ts'

/** Shape of the group `handover`. */
export const handoverSchema: JsonSchema = shape({
  required: { type: 'boolean' },
  causes: listOf(oneOfTexts(...handoverCauses)),
  when: oneOfTexts('worked', 'always'),
  fillHours: integer(1, 720, 'After that the manager is asked to complete it.'),
  shadowDays: integer(0, 90, 'Days after the confirmation in which both may read and log.'),
  // Besides preferences, history and concerns; `default` for classes that have none of their own.
  fields: mapOf(listOf(shape({ id: text(), zh: text(), en: text(), required: { type: 'boolean' } }))),
})
