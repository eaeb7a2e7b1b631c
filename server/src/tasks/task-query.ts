import { z } from 'zod'
import type { TaskFilter } from './store.ts'
import { taskStates } from './task-input.ts'

const moment = z.iso.datetime({ offset: true })
const manyOf = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .union([z.array(z.string()), z.string()])
    .transform((given) => (Array.isArray(given) ? given : given.split(',')).filter((one) => one !== ''))
    .pipe(z.array(item).min(1).max(200))
    .optional()

export const taskFilterQuery = {
  state: manyOf(z.enum(taskStates)),
  owner: manyOf(z.union([z.uuid(), z.literal('me')])).describe('rep id or `me`'),
  itemId: z.uuid().optional(),
  dueFrom: moment.optional(),
  dueBefore: moment.optional(),
  call: z
    .enum(['open'])
    .optional()
    .describe('only cards somebody is looked for, and one may answer or close'),
  unacknowledged: z.enum(['true', 'false']).optional(),
  q: z.string().trim().min(1).max(100).optional(),
}

export const taskCounts = z.object({
  byState: z.object({
    todo: z.number(),
    doing: z.number(),
    blocked: z.number(),
    review: z.number(),
    done: z.number(),
    cancelled: z.number(),
  }),
  overdue: z.number(),
})

export function taskFilterOf(
  query: z.infer<z.ZodObject<typeof taskFilterQuery>>,
  repId: string | null,
): TaskFilter {
  const owners = query.owner?.flatMap((one) => (one === 'me' ? (repId === null ? [] : [repId]) : [one]))
  return {
    state: query.state,
    owner: owners,
    itemId: query.itemId,
    dueFrom: query.dueFrom === undefined ? undefined : new Date(query.dueFrom),
    dueBefore: query.dueBefore === undefined ? undefined : new Date(query.dueBefore),
    unacknowledged: query.unacknowledged === undefined ? undefined : query.unacknowledged === 'true',
    q: query.q,
    ...(query.call === undefined ? {} : { callsFor: repId }),
  }
}
