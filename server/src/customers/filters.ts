import { z } from 'zod'

/** One or more values: `?state=waiting&state=pooled` or `?state=waiting,pooled`. */
export const manyOf = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .union([z.array(z.string()), z.string()])
    .transform((given) => (Array.isArray(given) ? given : given.split(',')).filter((one) => one !== ''))
    .pipe(z.array(item).min(1).max(200))
    .optional()

export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

export const needle = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .describe('search in Chinese, pinyin or Latin')

/** Values of `owner`: rep ids, `me`, `none`. */
export const ownerNames = manyOf(z.union([z.uuid(), z.enum(['me', 'none'])])).describe(
  'rep id, `me` or `none`',
)
