import type { TaskPolicy } from '@peineng/engine'
import { z } from 'zod'
import { renderReason } from '../assignment/index.ts'
import { maskContacts, unreadItems } from '../customers/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Language, Principal } from '../platform/http/index.ts'
import { progressOf } from './progress.ts'
import type { Tasks } from './services.ts'
import type { TaskRow } from './store.ts'
import { taskStates } from './task-input.ts'

const person = z.object({ id: z.uuid(), name: z.string() })
const at = z.string().nullable()

export const taskView = z.object({
  id: z.uuid(),
  version: z.number(),
  title: z.string(),
  standard: z.string(),
  acceptance: z.string(),
  state: z.enum(taskStates),
  startsAt: z.string(),
  dueAt: z.string(),
  createdAt: z.string(),
  overdue: z.boolean(),
  owner: person.nullable(),
  waiting: z.object({ code: z.string(), text: z.string() }).nullable().describe('why nobody has it yet'),
  decisionId: z.uuid().nullable(),
  collaborators: z.array(person),
  createdBy: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  item: z
    .object({
      kind: z.enum(['lead', 'account', 'contact', 'opportunity']),
      id: z.uuid(),
      name: z.string(),
      tier: z.string().nullable(),
    })
    .nullable(),
  value: z.enum(['high', 'mid', 'low']).nullable(),
  difficulty: z.enum(['easy', 'medium', 'hard']).nullable(),
  points: z.number().describe('load points, value × difficulty'),
  confirmation: z.object({
    state: z.enum(['waiting', 'understood', 'question']),
    dispatchedAt: z.string(),
    at,
    late: z.boolean(),
    question: z.string().nullable(),
  }),
  progress: z.object({
    planned: z.number().describe('percent that should have happened by now, from dated checkpoints'),
    actual: z.number().describe('percent that has, from checkpoints passed'),
    behind: z.number(),
    escalate: z.boolean().describe('so far behind that the superior hears of it, whatever was reported'),
    reported: z.number().nullable().describe('as the owner says; decides nothing'),
    nextCheckpointAt: at,
  }),
  checkpoints: z.array(
    z.object({ id: z.uuid(), title: z.string(), dueAt: z.string(), doneAt: at, late: z.boolean() }),
  ),
  blocker: z.object({ code: z.string(), text: z.string(), note: z.string(), since: z.string() }).nullable(),
  finishedAt: at,
  result: z.string().nullable(),
  comments: z.number(),
  call: z
    .object({ until: z.string(), invitedOnly: z.boolean().describe('seen only because the call asks one') })
    .nullable()
    .describe('somebody is looked for until then; the owner stays accountable'),
})
export type TaskView = z.infer<typeof taskView>

/**
 * Cards with the names of everybody on them: a constant number of statements for any number. Where the caller has to read
 * a handover first, what others wrote on cards for that customer is no way around it, as with notes.
 */
export async function presentTasks(
  db: TenantReader,
  tasks: Tasks,
  rows: readonly TaskRow[],
  caller: Pick<Principal, 'id' | 'repId'>,
  now: number,
  language: Language,
): Promise<TaskView[]> {
  const { tasks: policy, timeZone } = await tasks.policyOf(db)
  const reps = rows.flatMap((row) => [...row.collaboratorIds, ...(row.ownerId === null ? [] : [row.ownerId])])
  const names = await tasks.people.repNames(db, [...new Set(reps)])
  const items = await tasks.customers.describeItems(
    db,
    rows.flatMap((row) => (row.itemId === null ? [] : [row.itemId])),
  )
  const unread = await unreadFor(db, rows, caller)
  const makers = new Map(
    (
      await db.query<{ id: string; name: string }>(
        'select member_id as id, name from member_name where tenant_id = $1 and member_id = any($2::uuid[])',
        [db.tenantId, rows.flatMap((row) => (row.createdBy === null ? [] : [row.createdBy]))],
      )
    ).map((row) => [row.id, row.name]),
  )
  const nameOf = (id: string): string => names.get(id) ?? ''
  return rows.map((row) => {
    const item = row.itemId === null ? undefined : items.get(row.itemId)
    return {
      ...cardOf(row.invitedOnly || unread(row) ? withoutContacts(row) : row, policy, now, language),
      owner: row.ownerId === null ? null : { id: row.ownerId, name: nameOf(row.ownerId) },
      waiting:
        row.workState === 'waiting' || row.workState === 'pooled'
          ? {
              code: row.reasonCode,
              text: renderReason(
                { code: row.reasonCode, params: row.reasonParams } as Parameters<typeof renderReason>[0],
                language,
                { nameOf, timeZone },
              ),
            }
          : null,
      collaborators: row.collaboratorIds.map((id) => ({ id, name: nameOf(id) })),
      createdBy:
        row.createdBy === null ? null : { id: row.createdBy, name: makers.get(row.createdBy) ?? null },
      item: item === undefined ? null : { kind: item.kind, id: item.id, name: item.name, tier: item.tier },
    }
  })
}

/** Whether what others wrote on a card is shown without contact data. */
export async function unreadFor(
  db: TenantReader,
  rows: readonly Pick<TaskRow, 'itemKind' | 'itemId' | 'createdBy'>[],
  caller: Pick<Principal, 'id' | 'repId'>,
): Promise<(row: Pick<TaskRow, 'itemId' | 'createdBy'>) => boolean> {
  const unread = await unreadItems(
    db,
    { ownRepId: caller.repId },
    rows.flatMap(({ itemKind, itemId }) =>
      itemKind === null || itemId === null ? [] : [{ kind: itemKind, id: itemId }],
    ),
  )
  return ({ itemId, createdBy }) => itemId !== null && unread.has(itemId) && createdBy !== caller.id
}

function withoutContacts(row: TaskRow): TaskRow {
  const masked = (text: string | null) => (text === null ? null : maskContacts(text))
  return {
    ...row,
    title: maskContacts(row.title),
    standard: maskContacts(row.standard),
    acceptance: maskContacts(row.acceptance),
    question: masked(row.question),
    blockerNote: masked(row.blockerNote),
    result: masked(row.result),
    checkpoints: row.checkpoints.map((one) => ({ ...one, title: maskContacts(one.title) })),
  }
}

type Plain = Omit<TaskView, 'owner' | 'waiting' | 'collaborators' | 'createdBy' | 'item'>

function cardOf(row: TaskRow, policy: TaskPolicy, now: number, language: Language): Plain {
  const over = row.state === 'done' || row.state === 'cancelled'
  const progress = progressOf(
    {
      startsAt: row.startsAt.getTime(),
      dueAt: row.dueAt.getTime(),
      finished: over,
      checkpoints: row.checkpoints.map((one) => ({
        dueAt: Date.parse(one.dueAt),
        doneAt: one.doneAt === null ? null : Date.parse(one.doneAt),
      })),
    },
    now,
  )
  const confirmBy = row.dispatchedAt.getTime() + policy.acknowledgeWithinMinutes * 60_000
  const blocker = policy.blockers.find((one) => one.code === row.blockerCode)
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    standard: row.standard,
    acceptance: row.acceptance,
    state: row.state,
    startsAt: row.startsAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    overdue: !over && row.dueAt.getTime() < now,
    decisionId: row.decisionId,
    value: row.value,
    difficulty: row.difficulty,
    points: row.pointsHundredths / 100,
    confirmation: {
      state: row.understood === true ? 'understood' : row.question === null ? 'waiting' : 'question',
      dispatchedAt: row.dispatchedAt.toISOString(),
      at: row.acknowledgedAt?.toISOString() ?? null,
      late: !over && (row.acknowledgedAt?.getTime() ?? now) > confirmBy,
      question: row.question,
    },
    progress: {
      ...progress,
      escalate: !over && progress.behind >= policy.behindPercent,
      reported: row.reportedPercent,
      nextCheckpointAt: row.checkpoints.find((one) => one.doneAt === null)?.dueAt ?? null,
    },
    checkpoints: row.checkpoints.map((one) => ({
      ...one,
      dueAt: new Date(one.dueAt).toISOString(),
      doneAt: one.doneAt === null ? null : new Date(one.doneAt).toISOString(),
      late: one.doneAt === null && !over && Date.parse(one.dueAt) < now,
    })),
    blocker:
      row.blockerCode === null
        ? null
        : {
            code: row.blockerCode,
            text: (language === 'en' ? blocker?.en : blocker?.zh) ?? row.blockerCode,
            note: row.blockerNote ?? '',
            since: (row.blockedAt ?? row.updatedAt).toISOString(),
          },
    finishedAt: row.finishedAt?.toISOString() ?? null,
    result: row.result,
    comments: row.comments,
    call:
      row.callUntil === null || row.callUntil.getTime() <= now
        ? null
        : { until: row.callUntil.toISOString(), invitedOnly: row.invitedOnly },
  }
}
