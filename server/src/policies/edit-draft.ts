import { type Problem, parsePolicy } from '@peineng/engine'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { latestVersion, readDraft, writeDraft } from './store.ts'

/** What a policy document has wrong; empty = it may be published. */
export function problemsOf(document: unknown): readonly Problem[] {
  const parsed = parsePolicy(document)
  return parsed.ok ? [] : parsed.error
}

/**
 * The ETag of a draft, or of the published version where there is no draft. Revisions start over with every draft, so
 * base and moment are in it too: a tab left open over a publication cannot overwrite the next draft.
 */
export function etagOf(
  draft: { readonly revision: number; readonly baseVersion: number; readonly updatedAt: Date } | null,
  version: number,
): string {
  return draft === null
    ? `"v${version}"`
    : `"d${draft.baseVersion}.${draft.revision}.${draft.updatedAt.getTime()}"`
}

/**
 * Saves the draft. A draft may be invalid while it is being written; publishing is what refuses it.
 * `ifMatch` must name the draft (or, for the first edit, the published version) the editor saw.
 */
export async function editDraft(
  db: TenantWriter,
  now: number,
  principal: Principal,
  ifMatch: string | undefined,
  document: unknown,
): Promise<{ revision: number; baseVersion: number; updatedAt: Date; problems: readonly Problem[] }> {
  const published = await latestVersion(db)
  const draft = await readDraft(db, true)
  const current = etagOf(draft, published?.version ?? 0)
  if (ifMatch === undefined) throw new ProblemError('VERSION_REQUIRED', { extra: { current } })
  if (ifMatch !== current && ifMatch !== '*')
    throw new ProblemError('VERSION_MISMATCH', {
      extra: {
        current,
        updatedBy: draft?.updatedBy ?? published?.publishedBy ?? null,
        updatedAt: draft?.updatedAt ?? published?.publishedAt,
      },
    })
  const row = {
    document,
    revision: (draft?.revision ?? 0) + 1,
    baseVersion: draft?.baseVersion ?? published?.version ?? 0,
    updatedBy: principal.kind === 'member' ? principal.id : null,
    updatedAt: new Date(now),
  }
  if (!(await writeDraft(db, row))) throw new ProblemError('VERSION_MISMATCH')
  await record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action: 'policy.draft_saved',
    entityKind: 'policy',
    entityId: null,
    detail: { revision: row.revision },
  })
  return { ...row, problems: problemsOf(document) }
}
