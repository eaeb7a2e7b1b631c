import { z } from 'zod'

const dated = z.iso.datetime({ offset: true })

export const checkpointInput = z.object({ title: z.string().trim().min(1).max(200), dueAt: dated })

const fields = {
  title: z.string().trim().min(1).max(200),
  standard: z.string().trim().max(2000).describe('how: what has to be true for it to be done'),
  acceptance: z.string().trim().max(500).describe('who or what says that it is done; empty = the owner'),
  startsAt: dated,
  value: z.enum(['high', 'mid', 'low']).nullable(),
  difficulty: z.enum(['easy', 'medium', 'hard']).nullable(),
  collaboratorIds: z.array(z.uuid()).max(20),
}

/** The date may be missing here: its refusal says what would be right, which a schema cannot. */
export const newTask = z.object({
  title: fields.title,
  dueAt: dated
    .nullish()
    .describe('mandatory; a task without a date is refused with the sentence that would do'),
  standard: fields.standard.default(''),
  acceptance: fields.acceptance.default(''),
  startsAt: fields.startsAt.optional(),
  value: fields.value.default(null),
  difficulty: fields.difficulty.default(null),
  collaboratorIds: fields.collaboratorIds.default([]),
  checkpoints: z
    .array(checkpointInput)
    .max(50)
    .optional()
    .describe('dated milestones; absent = the weekly one of the policy'),
  ownerId: z
    .uuid()
    .nullish()
    .describe('absent: a rep keeps it, for everybody else the engine chooses, the customer’s owner first'),
  itemKind: z.enum(['lead', 'account', 'contact', 'opportunity']).nullish(),
  itemId: z.uuid().nullish(),
  stepId: z.string().max(100).nullish().describe('the next step of the policy it was made from'),
})
export type NewTask = z.infer<typeof newTask>

export const taskChange = z
  .object({
    ...fields,
    dueAt: dated,
    reportedPercent: z.number().int().min(0).max(100).nullable(),
    checkpoints: z
      .array(checkpointInput.extend({ id: z.uuid().optional().describe('absent = a new one') }))
      .max(50)
      .describe('replaces those there are; passed ones stay'),
  })
  .partial()
  .strict()
export type TaskChange = z.infer<typeof taskChange>

export const taskStates = ['todo', 'doing', 'blocked', 'review', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]
