import { availabilityAt, type HandoverField, type HandoverPolicy, handoverPolicyOf } from '@peineng/engine'
import { labelItems } from '../../customers/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { announce } from '../../platform/outbox/index.ts'
import type { TenantContext } from '../decide/tenant-context.ts'
import type { Gate } from './handover-gate.ts'
import {
  closeGates,
  keyOf,
  type NewHandover,
  openHandovers,
  oweHandovers,
  workedOn,
} from './handover-store.ts'

/** A change of hands that may ask for a handover. */
export interface Handed {
  readonly itemId: string
  readonly itemKind: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly gate: Gate
  readonly cause: string
  readonly actorId: string | null
}

/** Always asked for, whatever a policy adds (H4). */
export const MANDATORY: readonly HandoverField[] = [
  { id: 'preferences', zh: '客户偏好', en: 'Customer preferences', required: true },
  { id: 'history', zh: '历史沟通要点', en: 'Key points of past contacts', required: true },
  { id: 'concerns', zh: '潜在顾虑', en: 'Possible concerns', required: true },
]

/**
 * Begins what the gates of these moves ask for, in the transaction that moves them: there is no instant in which the new
 * owner has the item and not the gate. A constant number of statements, none where no gate is asked for.
 */
export async function beginHandovers(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  handed: readonly Handed[],
): Promise<void> {
  const asked = handed.flatMap(({ gate, ...rest }) =>
    gate.kind === 'open' || gate.kind === 'owed' ? [{ ...rest, gate }] : [],
  )
  if (asked.length === 0) return
  const worked = await workedOn(
    db,
    asked.flatMap(({ itemId, gate }) => (gate.proven ? [] : [{ itemId, repId: gate.fromRepId }])),
  )
  const due = asked.filter(({ itemId, gate }) => gate.proven || worked.has(itemId))
  await oweHandovers(
    db,
    due.flatMap(({ itemId, gate }) => (gate.kind === 'owed' ? [{ itemId, fromRepId: gate.fromRepId }] : [])),
  )
  const open = due.flatMap(({ gate, ...rest }) => (gate.kind === 'open' ? [{ ...rest, ...gate }] : []))
  if (open.length === 0) return

  const policy = handoverPolicyOf(context.policy.policy)
  const labels = await labelItems(
    db,
    open.map(({ itemId }) => itemId),
  )
  const items = open.map((one) => ({
    ...one,
    subjectId: labels.get(one.itemId)?.accountId ?? one.itemId,
  }))
  const wanted = new Map<string, NewHandover & { itemId: string; itemKind: string; actorId: string | null }>()
  for (const one of items) {
    const key = keyOf(one.subjectId, one.fromRepId, one.toRepId)
    if (wanted.has(key)) continue
    const customerClass = classOf(one.facts)
    wanted.set(key, {
      ...one,
      id: uuidv7(now),
      customerClass,
      writer: isThere(context, one.fromRepId, now) ? 'owner' : 'manager',
      template: templateOf(policy, customerClass),
    })
  }
  const dueAt = now + policy.fillHours * 3_600_000
  const opened = await openHandovers(db, now, dueAt, [...wanted.values()])
  await closeGates(
    db,
    items.map((one) => ({
      ...one,
      handoverId: opened.get(keyOf(one.subjectId, one.fromRepId, one.toRepId))?.id ?? '',
    })),
  )
  await announce(
    db,
    now,
    [...wanted].flatMap(([key, one]) => {
      const { id = '', isNew = false } = opened.get(key) ?? {}
      if (!isNew) return []
      const event = {
        entityKind: 'handover',
        entityId: id,
        actorId: one.actorId,
        payload: {
          handoverId: id,
          itemId: one.itemId,
          itemKind: one.itemKind,
          fromRepId: one.fromRepId,
          toRepId: one.toRepId,
          cause: one.cause,
          dueAt: new Date(dueAt).toISOString(),
        },
      }
      const byManager = one.writer === 'manager'
      return [
        {
          ...event,
          type: 'handover.requested',
          payload: {
            ...event.payload,
            recipientRepIds: byManager ? [one.toRepId] : [one.fromRepId, one.toRepId],
          },
        },
        ...(byManager ? [{ ...event, type: 'handover.manager_needed' }] : []),
      ]
    }),
  )
}

const classOf = (facts: Readonly<Record<string, unknown>>): string | null => {
  const found = facts['tier'] ?? facts['customerLevel']
  return typeof found === 'string' ? found : null
}

function templateOf(policy: HandoverPolicy, customerClass: string | null): readonly HandoverField[] {
  const own = customerClass === null ? undefined : policy.fields[customerClass]
  const more = own ?? policy.fields['default'] ?? []
  return [...MANDATORY, ...more.filter(({ id }) => !MANDATORY.some((one) => one.id === id))]
}

/** Whoever left or is away is not asked to write; their manager is. */
export function isThere(context: TenantContext, repId: string, now: number): boolean {
  const working = context.working.find((one) => one.repId === repId)
  if (working === undefined || working.status === 'inactive') return false
  return availabilityAt(working.schedule, now).availability !== 'on_leave'
}
