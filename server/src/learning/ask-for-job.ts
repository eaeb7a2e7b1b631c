import type { z } from 'zod'
import type { Platform } from '../platform/context.ts'
import { type IdempotencyClaim, type Principal, writeOnce } from '../platform/http/index.ts'
import { queueJob } from './jobs.ts'
import { presentJob } from './model-overview.ts'
import type { job } from './schemas.ts'

/** Queues the work somebody asks for, once per Idempotency-Key; answers the job that will do it. */
export async function askForJob(
  { database, clock }: Platform,
  principal: Principal,
  claim: IdempotencyClaim | null,
  kind: 'model' | 'capability',
): Promise<z.infer<typeof job>> {
  const now = clock.now()
  const answer = await writeOnce(database, principal.tenantId, claim, now, async (db) => ({
    status: 202,
    body: presentJob(await queueJob(db, now, { kind, cause: 'asked', askedBy: principal.id })),
  }))
  return answer.body as z.infer<typeof job>
}
