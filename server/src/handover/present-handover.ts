import { z } from 'zod'
import { maskContacts } from '../customers/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { type DeclineReason, declineReasons } from './decline-reasons.ts'
import { type Findings, gatherFindings } from './gather-findings.ts'
import { type HandoverItem, type HandoverRow, handoverStates, readHandoverItems } from './handover-store.ts'
import { rightsOf } from './see-handover.ts'
import type { HandoverServices } from './services.ts'

const person = z.object({ id: z.uuid(), name: z.string() })
const time = z.string().nullable()

export const handoverSummary = z.object({
  id: z.uuid(),
  version: z.number(),
  state: z.enum(handoverStates),
  from: person,
  to: person,
  cause: z.string().describe('how it changed hands'),
  customerClass: z.string().nullable(),
  title: z.string().describe('the customer, or the item where it belongs to none'),
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      name: z.string(),
      withdrawn: z.boolean().describe('it changed hands again before this was read'),
    }),
  ),
  writer: z.enum(['owner', 'manager']).describe('who is asked to fill it in'),
  requestedAt: z.string(),
  dueAt: z.string().describe('until when the former owner has; after that their manager is asked'),
  submittedAt: time,
  confirmedAt: time,
  declined: z
    .object({ at: z.string(), reason: z.enum(declineReasons), note: z.string().nullable() })
    .nullable()
    .describe('whoever was to take over said no: it went back, or waits for a manager'),
  shadowUntil: time.describe('until when both may read and log'),
  shadowEndedAt: time,
  score: z.number().nullable(),
  scoreNote: z.string().nullable(),
  may: z.object({ write: z.boolean(), confirm: z.boolean(), decline: z.boolean(), score: z.boolean() }),
})

const finding = z.object({
  at: z.string(),
  activityId: z.uuid(),
  itemId: z.uuid(),
  itemKind: z.string(),
  kind: z.string(),
  channel: z.string(),
  result: z.string().nullable(),
  text: z.string(),
})

export const handoverDetail = handoverSummary.extend({
  fields: z.array(
    z.object({
      id: z.string(),
      label: z.object({ zh: z.string(), en: z.string() }),
      required: z.boolean(),
      answer: z.string(),
      findings: z.array(finding).describe('what the timeline says of it; empty = nothing was found'),
    }),
  ),
  channels: z.array(z.object({ channel: z.string(), contacts: z.number() })),
  nextSteps: z.array(z.object({ at: z.string(), text: z.string(), activityId: z.uuid() })),
  notes: z.number().describe('notes looked at'),
})
export type HandoverSummary = z.infer<typeof handoverSummary>
export type HandoverDetail = z.infer<typeof handoverDetail>

function declineOf({ declinedAt, declineReason, declineNote }: HandoverRow): HandoverSummary['declined'] {
  if (declinedAt === null || declineReason === null) return null
  const reason = declineReasons.find((one): one is DeclineReason => one === declineReason) ?? 'other'
  return { at: declinedAt.toISOString(), reason, note: declineNote }
}

/** Three statements for any number of handovers. */
export async function presentHandovers(
  db: TenantReader,
  { people, customers }: HandoverServices,
  caller: Caller,
  rows: readonly HandoverRow[],
): Promise<HandoverSummary[]> {
  const items = await readHandoverItems(
    db,
    rows.map((row) => row.id),
  )
  const labels = await customers.labelsOf(db, [
    ...new Set([...items.map((item) => item.itemId), ...rows.map((row) => row.subjectId)]),
  ])
  const names = await people.repNames(db, [...new Set(rows.flatMap((row) => [row.fromRepId, row.toRepId]))])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const label = (id: string): string => labels.get(id)?.label ?? ''
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    from: named(row.fromRepId),
    to: named(row.toRepId),
    cause: row.cause,
    customerClass: row.customerClass,
    title: label(row.subjectId),
    items: items
      .filter((item) => item.handoverId === row.id)
      .map((item) => ({
        id: item.itemId,
        kind: item.itemKind,
        name: label(item.itemId),
        withdrawn: item.withdrawn,
      })),
    writer: row.writer,
    requestedAt: row.requestedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    declined: declineOf(row),
    shadowUntil: row.shadowUntil?.toISOString() ?? null,
    shadowEndedAt: row.shadowEndedAt?.toISOString() ?? null,
    score: row.score,
    scoreNote: row.scoreNote,
    may: { ...rightsOf(row, caller) },
  }))
}

/**
 * One with its checklist. Before it is confirmed its reader sees texts without phones and mails: what people wrote is no
 * way around the gate.
 */
export async function presentHandover(
  db: TenantReader,
  services: HandoverServices,
  caller: Caller,
  row: HandoverRow,
): Promise<HandoverDetail> {
  const [summary] = await presentHandovers(db, services, caller, [row])
  if (summary === undefined) throw new Error('a handover was read and not presented')
  const items: HandoverItem[] = await readHandoverItems(db, [row.id])
  const found: Findings = await gatherFindings(
    db,
    row,
    items.filter((item) => !item.withdrawn),
  )
  const hidden = caller.principal.repId === row.toRepId && row.state !== 'confirmed'
  const shown = (text: string): string => (hidden ? maskContacts(text) : text)
  return {
    ...summary,
    fields: row.template.map((field) => ({
      id: field.id,
      label: { zh: field.zh, en: field.en },
      required: field.required,
      // Before it is handed in it is its writer's draft.
      answer: hidden && row.state === 'requested' ? '' : shown(row.answers[field.id] ?? ''),
      findings: (found.fields[field.id] ?? []).map((one) => ({ ...one, text: shown(one.text) })),
    })),
    channels: found.channels.map((one) => ({ ...one })),
    nextSteps: found.nextSteps.map((one) => ({ ...one, text: shown(one.text) })),
    notes: found.notes,
  }
}
