import { customPrefix, type FieldValue } from '@peineng/engine'
import { z } from 'zod'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import type { Principal } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { checkCustom } from '../attributes/check-custom.ts'
import { listAttributes } from '../attributes/store.ts'
import { contactFields, refuseUnseen } from '../unseen-contacts.ts'
import { refuseStale } from '../versions.ts'
import { contactHidden, type Visibility } from '../visibility.ts'
import type { Weigher } from '../weigher.ts'
import { toFacts } from './facts.ts'
import { customValue, type LeadInput, leadFields } from './lead-input.ts'
import type { LeadRow } from './lead-row.ts'
import type { LeadAssessment } from './new-lead.ts'
import { normaliseLead } from './normalise-lead.ts'
import { dropIdentities, reserveIdentities } from './reserve-identities.ts'
import { lockLead } from './store.ts'
import { updateLead } from './update-lead.ts'

/** Understands changed facts anew; given by whoever knows the policy. */
export type LeadAssessor = (
  db: TenantWriter,
  facts: Readonly<Record<string, FieldValue>>,
  now: number,
) => Promise<LeadAssessment>

const { createdAt: _, custom: __, ...changeable } = leadFields

/** What an edit may say: any field of a lead, null to take it away; custom attributes one by one. */
export const leadChange = z
  .object(
    Object.fromEntries(Object.entries(changeable).map(([key, type]) => [key, type.nullable()])) as {
      [K in keyof typeof changeable]: z.ZodNullable<(typeof changeable)[K]>
    },
  )
  .extend({ custom: z.record(z.string().max(100), customValue.nullable()) })
  .partial()
  .strict()
export type LeadChange = z.infer<typeof leadChange>

/** Changes a lead from the version that was read; what is known of it is assessed anew. Returns the changed fields. */
export async function editLead(
  db: TenantWriter,
  context: {
    readonly principal: Principal
    readonly visibility: Visibility
    readonly assess: LeadAssessor
    readonly weigher: Weigher
  },
  id: string,
  version: number | null,
  change: LeadChange,
  now: number,
): Promise<string[]> {
  await context.weigher.lock(db, id)
  const row = await lockLead(db, context.visibility, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  refuseStale(version, row.version, { by: row.updatedBy, at: row.updatedAt })
  if (contactHidden(context.visibility, row)) refuseUnseen(contactFields.filter((field) => field in change))
  if (change.custom !== undefined) {
    const errors = checkCustom(await listAttributes(db), 'lead', change.custom, true)
    if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
  }
  const input = merged(row, change)
  const lead = normaliseLead(input)
  const refused = lead.warnings.filter((warning) => warning.field in change)
  if (refused.length > 0)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: refused.map((w) => ({
        field: w.field,
        code: w.code,
        message:
          w.expected === undefined
            ? says('cannot_be_read', { given: w.given })
            : says('one_of', { options: w.expected }),
      })),
    })
  const assessment = await context.assess(db, toFacts(lead, row.createdAt.getTime()), now)
  await updateLead(db, { id, lead, assessment, updatedBy: context.principal.id }, now)
  await context.weigher.reweigh(db, id, now)
  await dropIdentities(db, [id])
  await reserveIdentities(
    db,
    lead.identities.map((identity) => ({ ...identity, leadId: id })),
  )
  const changed = Object.keys(change).sort()
  await record(db, now, {
    actorKind: context.principal.kind,
    actorId: context.principal.id,
    action: 'lead.updated',
    entityKind: 'lead',
    entityId: id,
    detail: { changed, version: row.version + 1 },
  })
  await announce(db, now, [
    {
      type: 'lead.updated',
      entityKind: 'lead',
      entityId: id,
      actorId: context.principal.id,
      payload: { changed, pointsHundredths: assessment.pointsHundredths },
    },
  ])
  return changed
}

/** The lead as it would have been handed in, with the change laid over it. */
function merged(row: LeadRow, change: LeadChange): LeadInput {
  const input: Record<string, unknown> = {}
  const custom: Record<string, FieldValue> = {}
  const { value: _value, difficulty: _difficulty, tags: _tags, ...facts } = row.facts
  for (const [key, value] of Object.entries({ ...facts, ...row.given })) {
    if (key.startsWith(customPrefix)) custom[key.slice(customPrefix.length)] = value
    else if (key in changeable) input[key] = value
  }
  for (const key of ['externalId', 'creditCode', 'wechat', 'currency'] as const)
    if (row[key] !== null) input[key] = row[key]
  for (const [key, value] of Object.entries(change)) {
    if (key === 'custom') continue
    if (value === null) delete input[key]
    else input[key] = value
  }
  for (const [key, value] of Object.entries(change.custom ?? {})) {
    if (value === null) delete custom[key]
    else custom[key] = value
  }
  return { ...input, custom } as LeadInput
}
