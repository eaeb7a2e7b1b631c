import { activityChannels, activityKinds, activityResults } from '@peineng/engine'
import { z } from 'zod'
import type { OutboxEvent } from '../../platform/outbox/index.ts'
import type { MarkedActivity, NewActivity } from './mark-activity.ts'
import { noteFlags } from './rate-note.ts'

const dated = z.iso.datetime({ offset: true })

/** How an activity is handed in, whatever it is written down on. */
export const activityBody = z.object({
  kind: z.enum(activityKinds),
  at: dated.nullish().describe('when it happened; absent = now, the future is read as now'),
  channel: z.enum(activityChannels).nullish().describe('absent = the usual one of the kind'),
  direction: z.enum(['outbound', 'inbound', 'internal']).nullish(),
  result: z.enum(activityResults).nullish(),
  reached: z
    .boolean()
    .nullish()
    .describe('absent = what the result says; without one true, except for notes'),
  summary: z.string().max(10_000).nullish(),
  nextStep: z.string().max(500).nullish(),
  nextStepAt: dated.nullish(),
  durationMinutes: z.number().min(0).max(1440).nullish(),
  ref: z
    .uuid()
    .nullish()
    .describe('your own name for it: sent again, however much later, it is the same activity'),
})

/** What became of it: whether it counts, and what the note is worth. */
export const activityAnswer = z.object({
  id: z.uuid(),
  firstResponse: z.boolean(),
  known: z.boolean().describe('this ref was written down before; nothing was written now'),
  counts: z.object({
    reached: z.boolean(),
    isContact: z.boolean(),
    isProgress: z.boolean(),
    quality: z.number(),
    flags: z.array(z.enum(noteFlags)),
  }),
})

export type ActivityInput = Omit<NewActivity, 'itemKind' | 'itemId' | 'repId' | 'actorId'>

/** As the use case takes it: what was left out is out, nothing lies in the future. */
export function newActivityOf(body: z.infer<typeof activityBody>, now: number): ActivityInput {
  const { kind, at, reached, nextStepAt, summary, nextStep, ...rest } = body
  return {
    kind,
    at: at == null ? now : Math.min(Date.parse(at), now),
    ...(reached == null ? {} : { reached }),
    summary: summary?.trim() ?? '',
    nextStep: nextStep?.trim() || null,
    nextStepAt: nextStepAt == null ? null : Date.parse(nextStepAt),
    channel: rest.channel ?? null,
    direction: rest.direction ?? null,
    result: rest.result ?? null,
    durationMinutes: rest.durationMinutes == null ? null : Math.round(rest.durationMinutes),
    ref: rest.ref ?? null,
  }
}

/** Said of every activity, whatever it is written down on: what clocks and read models listen to. */
export function activityLogged(
  marked: MarkedActivity,
  activity: NewActivity,
  ownerId: string | null,
): OutboxEvent {
  const { itemKind, itemId, actorId, repId, kind, at, nextStepAt } = activity
  return {
    type: 'activity.logged',
    entityKind: itemKind,
    entityId: itemId,
    actorId,
    payload: {
      activityId: marked.id,
      itemKind,
      itemId,
      kind,
      at: new Date(at).toISOString(),
      repId,
      ownerId,
      firstResponse: marked.firstResponse,
      isContact: marked.counts.isContact,
      isProgress: marked.counts.isProgress,
      nextStepAt: nextStepAt == null ? null : new Date(nextStepAt).toISOString(),
    },
  }
}
