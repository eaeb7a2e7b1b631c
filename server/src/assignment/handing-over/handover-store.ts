import type { HandoverField } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

/** Which of these items their owner ever wrote anything down for; pairs of item and owner. */
export async function workedOn(
  db: TenantReader,
  pairs: readonly { readonly itemId: string; readonly repId: string }[],
): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set()
  const rows = await db.query<{ itemId: string }>(
    `select p.item as "itemId" from unnest($2::uuid[], $3::uuid[]) as p(item, rep)
     where exists (select 1 from activity a where a.tenant_id = $1 and a.item_id = p.item and a.rep_id = p.rep)`,
    [db.tenantId, pairs.map(({ itemId }) => itemId), pairs.map(({ repId }) => repId)],
    'handover_worked_on',
  )
  return new Set(rows.map(({ itemId }) => itemId))
}

export interface OpenedItem {
  readonly itemId: string
  readonly itemKind: string
  readonly subjectId: string
  readonly fromRepId: string
  readonly toRepId: string
}

export interface NewHandover {
  readonly id: string
  readonly subjectId: string
  readonly fromRepId: string
  readonly toRepId: string
  readonly cause: string
  readonly customerClass: string | null
  readonly writer: 'owner' | 'manager'
  readonly template: readonly HandoverField[]
}

/**
 * One checklist per customer and pair of people: what is being written already takes the new item in. Returns which
 * handover each one became. What the same owner wrote for somebody who declined, or lost it unread, is their draft again.
 */
export async function openHandovers(
  db: TenantWriter,
  now: number,
  dueAt: number,
  handovers: readonly NewHandover[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly isNew: boolean }>> {
  const rows = await db.query<{ id: string; subject: string; from: string; to: string }>(
    `insert into handover (tenant_id, id, subject_id, from_rep_id, to_rep_id, cause, customer_class, state, writer, template,
       requested_at, due_at, answers)
     select $1, h.id, h.subject, h.from_rep, h.to_rep, h.cause, h.class, 'requested', h.writer, h.template, $3, $4,
       coalesce((select e.answers from handover e where e.tenant_id = $1 and e.from_rep_id = h.from_rep
         and e.subject_id = h.subject and e.state in ('declined', 'cancelled') order by e.requested_at desc, e.id desc limit 1), '{}')
     from json_to_recordset($2::json) as h(id uuid, subject uuid, from_rep uuid, to_rep uuid, cause text, class text,
       writer text, template jsonb)
     on conflict (tenant_id, subject_id, from_rep_id, to_rep_id) where state = 'requested'
       do update set version = handover.version + 1
     returning id, subject_id as subject, from_rep_id as "from", to_rep_id as "to"`,
    [
      db.tenantId,
      JSON.stringify(
        handovers.map((one) => ({
          id: one.id,
          subject: one.subjectId,
          from_rep: one.fromRepId,
          to_rep: one.toRepId,
          cause: one.cause,
          class: one.customerClass,
          writer: one.writer,
          template: one.template,
        })),
      ),
      new Date(now),
      new Date(dueAt),
    ],
    'handover_open',
  )
  const asked = new Set(handovers.map(({ id }) => id))
  return new Map(
    rows.map(({ id, subject, from, to }) => [keyOf(subject, from, to), { id, isNew: asked.has(id) }]),
  )
}

export const keyOf = (subjectId: string, fromRepId: string, toRepId: string): string =>
  `${subjectId} ${fromRepId} ${toRepId}`

/** Names the handover in each item's row: from here on the gate holds. The caller holds the rows. */
export async function closeGates(
  db: TenantWriter,
  items: readonly (OpenedItem & { readonly handoverId: string })[],
): Promise<void> {
  const values = [
    db.tenantId,
    items.map(({ itemId }) => itemId),
    items.map(({ handoverId }) => handoverId),
    items.map(({ fromRepId }) => fromRepId),
    items.map(({ toRepId }) => toRepId),
  ]
  await db.query(
    `update work_item w set handover_id = h.id, handed_from = h.giver, handed_to = h.receiver, handover_read_at = null,
       shadow_until = null
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) as h(item, id, giver, receiver)
     where w.tenant_id = $1 and w.id = h.item`,
    values,
    'handover_close_gates',
  )
  await db.query(
    `insert into handover_item (tenant_id, handover_id, item_id, item_kind)
     select $1, h.id, h.item, h.kind from unnest($2::uuid[], $3::uuid[], $4::text[]) as h(item, id, kind)
     on conflict (tenant_id, handover_id, item_id) do update set withdrawn_at = null`,
    [
      db.tenantId,
      items.map(({ itemId }) => itemId),
      items.map(({ handoverId }) => handoverId),
      items.map(({ itemKind }) => itemKind),
    ],
    'handover_items',
  )
}

/** Nobody has them for now, and whoever gets them next has to read what this rep knows. */
export async function oweHandovers(
  db: TenantWriter,
  items: readonly { readonly itemId: string; readonly fromRepId: string }[],
): Promise<void> {
  if (items.length === 0) return
  await db.query(
    `update work_item w set handed_from = h.giver from unnest($2::uuid[], $3::uuid[]) as h(item, giver)
     where w.tenant_id = $1 and w.id = h.item`,
    [db.tenantId, items.map(({ itemId }) => itemId), items.map(({ fromRepId }) => fromRepId)],
    'handover_owe',
  )
}

/** Items changed hands before their handover was read: it is about them no longer, and about nothing where none is left. */
export async function withdrawFromHandovers(
  db: TenantWriter,
  now: number,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return
  const rows = await db.query<{ id: string }>(
    `update handover_item i set withdrawn_at = $3 from handover h
     where i.tenant_id = $1 and i.item_id = any($2::uuid[]) and i.withdrawn_at is null
       and h.tenant_id = $1 and h.id = i.handover_id and h.state in ('requested', 'submitted')
     returning h.id`,
    [db.tenantId, itemIds, new Date(now)],
    'handover_withdraw',
  )
  if (rows.length === 0) return
  await db.query(
    `update handover h set state = 'cancelled', cancelled_at = $3, version = version + 1
     where h.tenant_id = $1 and h.id = any($2::uuid[]) and h.state in ('requested', 'submitted')
       and not exists (select 1 from handover_item i
         where i.tenant_id = $1 and i.handover_id = h.id and i.withdrawn_at is null)`,
    [db.tenantId, [...new Set(rows.map(({ id }) => id))], new Date(now)],
    'handover_cancel',
  )
}
