import { record } from '../platform/audit/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { markAnswered, type PromptRow, readPrompt } from './prompt-store.ts'
import type { FollowupServices } from './services.ts'

export interface Answer {
  readonly promptId: string
  readonly accept: boolean
  readonly note: string | null
}

/**
 * Whoever was asked says yes or no. Yes to a proposal hands the item over, exactly as proposed or not at all; yes to a
 * question says "I step in"; no is remembered, so that the same pair is not asked about again for a while.
 */
export async function answerPrompt(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
  { promptId, accept, note }: Answer,
): Promise<PromptRow> {
  const prompt = await readPrompt(db, promptId)
  if (prompt === null || !(await mayAnswer(db, services, caller, prompt))) throw new ProblemError('NOT_FOUND')
  // The item first: what recalls or overrides it at this moment decides before or after, never in between.
  await services.assignment.lockItems(db, [prompt.itemId])
  const { principal } = caller
  const answered = await markAnswered(db, now, {
    id: promptId,
    state: accept ? 'accepted' : 'declined',
    by: principal.id,
    note,
  })
  if (!answered)
    throw new ProblemError('ALREADY_IN_STATE', {
      detail: 'prompt_over',
      extra: { state: prompt.state },
    })
  if (accept && prompt.toRepId !== null)
    await services.assignment.transfer(db, now, {
      itemId: prompt.itemId,
      fromRepId: prompt.fromRepId,
      toRepId: prompt.toRepId,
      actorKind: principal.kind,
      actorId: principal.id,
      note: note ?? prompt.cause,
    })
  await record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action: accept ? 'trigger.accepted' : 'trigger.declined',
    entityKind: prompt.itemKind,
    entityId: prompt.itemId,
    detail: { promptId, cause: prompt.cause, from: prompt.fromRepId, to: prompt.toRepId },
  })
  await announce(db, now, [
    {
      type: accept ? 'trigger.accepted' : 'trigger.declined',
      entityKind: prompt.itemKind,
      entityId: prompt.itemId,
      actorId: principal.id,
      payload: { promptId, cause: prompt.cause, fromRepId: prompt.fromRepId, toRepId: prompt.toRepId },
    },
  ])
  const after = await readPrompt(db, promptId)
  if (after === null) throw new ProblemError('NOT_FOUND')
  return after
}

/** The owner answers what the owner is asked; their leaders answer everything about their people's work. */
export async function mayAnswer(
  db: TenantReader,
  { people }: FollowupServices,
  { principal, reach }: Caller,
  prompt: PromptRow,
): Promise<boolean> {
  if (prompt.audience === 'manager' && reach === 'own') return false
  const visible = await people.visibleRepIds(db, principal, reach)
  return visible === null || visible.includes(prompt.fromRepId)
}
