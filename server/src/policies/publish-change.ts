import type { Policy } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Principal } from '../platform/http/index.ts'
import { publish } from './publish-policy.ts'
import { latestVersion, readDraft, writeDraft } from './store.ts'

/**
 * Publishes the policy in force with one thing changed, without publishing a draft somebody is writing. The draft is
 * changed alike, so that publishing it later does not quietly take the change back. False where it says so already.
 */
export async function publishChange(
  db: TenantWriter,
  now: number,
  principal: Principal,
  change: (document: Policy) => Policy,
  note: string,
): Promise<boolean> {
  const draft = await readDraft(db, true)
  const latest = await latestVersion(db)
  if (latest === null) throw new Error('this tenant has no policy')
  const document = latest.document as Policy
  const changed = change(document)
  if (JSON.stringify(changed) === JSON.stringify(document)) return false
  await publish(db, now, principal, changed, note, null)
  if (draft !== null && typeof draft.document === 'object' && draft.document !== null)
    await writeDraft(db, {
      ...draft,
      document: change(draft.document as Policy),
      revision: draft.revision + 1,
      updatedAt: new Date(now),
    })
  return true
}
