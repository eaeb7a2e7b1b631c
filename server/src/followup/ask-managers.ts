import type { TenantWriter } from '../platform/database/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { insertPrompts, type PromptCause } from './prompt-store.ts'
import type { FollowupServices } from './services.ts'

/** A manager is asked to look at somebody's item (H1); nobody else is proposed. */
export interface ManagerQuestion {
  readonly itemId: string
  readonly itemKind: string
  readonly cause: Extract<PromptCause, 'no_progress' | 'recall_pinned'>
  readonly fromRepId: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** An open question stays until somebody answers it; so long it is not asked twice. */
const OPEN_DAYS = 365

/** Puts the questions into the managers' inbox and tells them. Constant statements for any number. */
export async function askManagers(
  db: TenantWriter,
  { people }: FollowupServices,
  now: number,
  questions: readonly ManagerQuestion[],
): Promise<void> {
  if (questions.length === 0) return
  const managers = await people.managersOf(db, [...new Set(questions.map((one) => one.fromRepId))])
  await insertPrompts(
    db,
    now,
    questions.map((one) => ({
      ...one,
      toRepId: null,
      audience: 'manager',
      gainThousandths: null,
      expiresAt: now + OPEN_DAYS * 86_400_000,
    })),
  )
  await announce(
    db,
    now,
    questions.map(({ itemId, itemKind, cause, fromRepId, detail }) => ({
      type: 'followup.manager_needed',
      entityKind: itemKind,
      entityId: itemId,
      payload: {
        recipientMemberIds: managers.get(fromRepId) ?? [],
        ownerId: fromRepId,
        cause,
        ...detail,
      },
    })),
  )
}
