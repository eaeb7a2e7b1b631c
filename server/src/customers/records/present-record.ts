import { z } from 'zod'
import { customValue } from '../leads/lead-input.ts'
import { isoOrNull, ownershipShape, type Presenting, presentOwnership } from '../leads/present-lead.ts'
import { maskEmail } from '../normalise/email.ts'
import { maskContacts } from '../normalise/mask-text.ts'
import { maskPhone } from '../normalise/phone.ts'
import type { RecordKind } from './record-kind.ts'
import type { RecordRow } from './store.ts'

/** The JSON of one kind of record. */
export function recordShape(kind: RecordKind) {
  const { state: _, ...ownership } = ownershipShape
  return z.object({
    id: z.uuid(),
    version: z.number(),
    ...Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, field.output])),
    ...Object.fromEntries(Object.entries(kind.computed).map(([name, { output }]) => [name, output])),
    ...(kind.attributes === null ? {} : { custom: z.record(z.string(), customValue) }),
    ...(kind.owned
      ? {
          ...ownership,
          state: ownershipShape.state.nullable().describe('null = nobody was asked to take it'),
        }
      : {}),
    ...(kind.hides === null ? {} : { masked: z.boolean() }),
    ...(kind.archivable ? { archived: z.boolean() } : {}),
    importId: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
}

export function presentRecord(
  kind: RecordKind,
  row: RecordRow,
  hidden: boolean,
  presenting: Presenting,
): Record<string, unknown> & { version: number } {
  const out: Record<string, unknown> & { version: number } = { id: row.id, version: row.version }
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = field.show === undefined ? row[name] : field.show(row[name] as never)
    out[name] = value ?? (name === 'tags' ? [] : null)
  }
  for (const name of Object.keys(kind.computed)) {
    const value = row[name]
    out[name] = value instanceof Date ? value.toISOString() : (value ?? null)
  }
  if (kind.attributes !== null) out['custom'] = row.custom
  if (kind.owned) {
    Object.assign(out, presentOwnership(row, presenting), { state: row.state ?? null })
  }
  if (kind.hides !== null) out['masked'] = hidden
  if (hidden) hideContacts(out)
  if (kind.archivable) out['archived'] = row.archivedAt !== null
  out['importId'] = row.importId
  out['createdAt'] = isoOrNull(row.createdAt)
  out['updatedAt'] = isoOrNull(row.updatedAt)
  return out
}

function hideContacts(out: Record<string, unknown>): void {
  if (typeof out['phone'] === 'string') out['phone'] = maskPhone(out['phone'])
  if (typeof out['email'] === 'string') out['email'] = maskEmail(out['email'])
  if (typeof out['wechat'] === 'string') out['wechat'] = '***'
  if (typeof out['note'] === 'string') out['note'] = maskContacts(out['note'])
  out['custom'] = Object.fromEntries(
    Object.entries((out['custom'] as Record<string, unknown> | undefined) ?? {}).map(([key, value]) => [
      key,
      typeof value === 'string' ? maskContacts(value) : value,
    ]),
  )
}
