import { z } from 'zod'
import { type LeadInput, leadInput } from '../customers/index.ts'

/**
 * A lead in the column names of leads.csv: `id` is the key of the system it comes from, `tags` may be one text
 * separated by `;`. The id of the new lead is ours and in the answer.
 */
const postedFields = leadInput.extend({
  id: z.string().max(200).describe('as externalId').optional(),
  tags: z.union([z.array(z.string().min(1).max(60)).max(50), z.string().max(2000)]).optional(),
})

export const postedLead = postedFields.transform(toInput)

const shape: Readonly<Record<string, z.ZodType | undefined>> = postedFields.shape

/**
 * As `postedLead.safeParse`, looking at the fields that are there instead of at all that could be: six instead of
 * fifty. Whatever is not plainly right is left to the schema and its messages.
 */
export function readPostedLead(raw: unknown): z.ZodSafeParseResult<LeadInput> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return postedLead.safeParse(raw)
  const read: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(raw)) {
    const field = Object.hasOwn(shape, key) ? shape[key]?.safeParse(value) : undefined
    if (field?.success !== true) return postedLead.safeParse(raw)
    read[key] = field.data
  }
  return { success: true, data: toInput(read as z.infer<typeof postedFields>) }
}

function toInput({ id, tags, ...rest }: z.infer<typeof postedFields>): LeadInput {
  return {
    ...rest,
    ...(id === undefined || rest.externalId !== undefined ? {} : { externalId: id }),
    ...(tags === undefined ? {} : { tags: typeof tags === 'string' ? separated(tags) : tags }),
  }
}

const separated = (text: string): string[] =>
  text
    .split(/[;；、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 50)
