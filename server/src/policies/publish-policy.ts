import { compilePolicy } from '@peineng/engine'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { says } from '../platform/errors/sentences/index.ts'
import type { Principal } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { problemsOf } from './edit-draft.ts'
import { saysProblem } from './problem-sentences.ts'
import {
  deleteDraft,
  insertVersion,
  latestVersion,
  type PolicyVersionRow,
  readDraft,
  readVersion,
} from './store.ts'

/** Makes the draft the next version. Refused with every problem's place while the draft has any. */
export async function publishDraft(
  db: TenantWriter,
  now: number,
  principal: Principal,
  note: string,
): Promise<PolicyVersionRow> {
  const draft = await readDraft(db, true)
  if (draft === null) throw new ProblemError('POLICY_UNCHANGED', { detail: 'no_draft' })
  const published = await publish(db, now, principal, draft.document, note, null)
  await deleteDraft(db)
  return published
}

/** Publishes an old version again, as a new one: history only grows. */
export async function rollBack(
  db: TenantWriter,
  now: number,
  principal: Principal,
  version: number,
  note: string,
): Promise<PolicyVersionRow> {
  const old = await readVersion(db, version)
  if (old === null) throw new ProblemError('NOT_FOUND', { detail: says('no_policy_version', { version }) })
  return publish(db, now, principal, old.document, note, version)
}

/** The document as the next version, refused with every problem's place. */
export async function publish(
  db: TenantWriter,
  now: number,
  principal: Principal,
  document: unknown,
  note: string,
  rolledBackTo: number | null,
): Promise<PolicyVersionRow> {
  const problems = problemsOf(document)
  if (problems.length > 0)
    throw new ProblemError('POLICY_INVALID', {
      errors: problems.map((p) => ({
        field: p.path,
        code: p.code,
        message: saysProblem(p),
      })),
    })
  const latest = await latestVersion(db)
  // The hash of the document alone; custom fields change without a publication and are hashed into decisions.
  const hash = compilePolicy(document as Parameters<typeof compilePolicy>[0], []).hash
  if (latest?.hash === hash)
    throw new ProblemError('POLICY_UNCHANGED', { detail: says('policy_same', { version: latest.version }) })
  const row: PolicyVersionRow = {
    version: (latest?.version ?? 0) + 1,
    document,
    hash,
    note,
    rolledBackTo,
    publishedBy: principal.kind === 'member' ? principal.id : null,
    publishedAt: new Date(now),
  }
  if (!(await insertVersion(db, row))) throw new ProblemError('CONFLICT', { detail: 'published_meanwhile' })
  await record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action: rolledBackTo === null ? 'policy.published' : 'policy.rolled_back',
    entityKind: 'policy',
    entityId: null,
    detail: { version: row.version, rolledBackTo, note },
  })
  await announce(db, now, [
    {
      type: 'policy.published',
      entityKind: 'policy',
      entityId: null,
      actorId: principal.id,
      payload: { version: row.version },
    },
  ])
  return row
}
