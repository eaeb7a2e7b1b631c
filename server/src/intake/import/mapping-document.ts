import { z } from 'zod'
import type { FieldError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import type { ImportKind } from './kinds.ts'
import { fieldsOf } from './kinds.ts'

/** What was settled for a file: which column is what, how values are read, what to do with owners and twins. */
export const mappingDocument = z.object({
  columns: z
    .array(z.string().max(100).nullable())
    .max(1000)
    .describe('field per column: a field key, custom.<attribute>, or null = left out'),
  values: z
    .record(z.string(), z.record(z.string(), z.string().nullable()))
    .default({})
    .describe('per field: what a value of the file stands for; null = nothing'),
  headerRow: z.number().int().min(1).max(1000),
  owners: z
    .enum(['keep', 'ignore'])
    .default('keep')
    .describe('keep = open work stays with who has it in the file'),
  pool: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
    .nullable()
    .default(null)
    .describe('open records nobody keeps go into this pool; null = leads wait, customers are nobody’s'),
  duplicates: z
    .enum(['policy', 'skip', 'create'])
    .default('policy')
    .describe('a lead that is known: as the policy says (skip = its older name), or import it all the same'),
})
export type ImportMapping = z.infer<typeof mappingDocument>

/** Columns that name no field of the kind, a field named twice, a required one missing. */
export function mappingProblems(
  kind: ImportKind,
  columns: readonly (string | null)[],
  attributes: readonly string[],
): FieldError[] {
  const known = new Set([...fieldsOf(kind).map((f) => f.key), ...attributes.map((key) => `custom.${key}`)])
  const problems: FieldError[] = []
  const seen = new Set<string>()
  columns.forEach((field, index) => {
    if (field === null) return
    if (!known.has(field))
      problems.push({
        field: `columns.${index}`,
        code: 'unknown',
        message: says('no_field_of', { field, kind }),
      })
    else if (seen.has(field))
      problems.push({
        field: `columns.${index}`,
        code: 'duplicate',
        message: says('mapped_already', { field }),
      })
    seen.add(field)
  })
  for (const field of fieldsOf(kind))
    if (field.required === true && !seen.has(field.key))
      problems.push({
        field: 'columns',
        code: 'required',
        message: says('must_be_mapped', { field: field.key }),
      })
  if (seen.size === 0) problems.push({ field: 'columns', code: 'required', message: 'no_column_mapped' })
  return problems
}
