import { loadStatus } from '@peineng/engine'
import { z } from 'zod'
import { maskContacts } from '../../customers/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import { isDispatcher, isOwner } from '../onlooker.ts'
import type { Tasks } from '../services.ts'
import type { TaskRow } from '../store.ts'
import { type CallRow, type CandidateRow, readCall, readCandidates } from './call-store.ts'
import { isLive, mustReadCard } from './open-state.ts'

const person = z.object({ id: z.uuid(), name: z.string() })

const figures = z.object({
  match: z
    .number()
    .nullable()
    .describe('thousandths of a point, by the policy in force; null = the card hangs on nothing to match'),
  suits: z.boolean().describe('false: the policy would not give it to them'),
  load: z
    .object({ value: z.number(), threshold: z.number(), percent: z.number() })
    .nullable()
    .describe('points now and their limit'),
  level: z.enum(['under', 'ok', 'flagged', 'near', 'full', 'over']),
  availability: z.enum(['on_duty', 'off_duty', 'on_leave', 'paused', 'inactive']),
  tags: z.array(z.object({ tag: z.string(), level: z.number() })).describe('what they do best, at most four'),
})

export const callView = z.object({
  call: z
    .object({
      openedBy: z.string().nullable(),
      openedAt: z.string(),
      until: z.string(),
      note: z.string(),
      reach: z.enum(['team', 'company']),
      invited: z.number(),
    })
    .nullable(),
  candidates: z.array(
    z.object({
      rep: person,
      state: z.enum(['asked', 'standing']).describe('asked: recommended, and has not agreed yet'),
      recommended: z.boolean(),
      recommendedBy: z.string().nullable(),
      why: z.string(),
      at: z.string(),
      figures: figures.nullable().describe('what speaks for them; for whoever may choose, and for oneself'),
    }),
  ),
  asked: z.array(person).describe('whom one may recommend'),
  mine: z.enum(['asked', 'standing']).nullable().describe('where the caller stands'),
  may: z.object({ open: z.boolean(), stand: z.boolean(), choose: z.boolean() }),
})
export type CallView = z.infer<typeof callView>

/** The call on a card and who stands in it: the better match first where there is one, else in the order they came. */
export async function presentCall(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
): Promise<CallView> {
  const task = await mustReadCard(db, tasks, caller, id)
  const { repId } = caller.principal
  const open = task.state !== 'done' && task.state !== 'cancelled'
  const runs = isOwner(caller, task) || isDispatcher(caller, task)
  const found = await readCall(db, id)
  const call = found !== null && isLive(found, task, now) ? found : null
  const may = {
    open: open && runs && !task.invitedOnly,
    stand: call !== null && repId !== null && call.invited.includes(repId),
    choose: call !== null && caller.reach !== 'own' && !task.invitedOnly,
  }
  if (call === null) return { call: null, candidates: [], asked: [], mine: null, may }
  const all = await readCandidates(db, call.id)
  const rows = all.filter((one) => one.state !== 'withdrawn')
  const names = await tasks.people.repNames(db, call.invited)
  const named = (one: string) => ({ id: one, name: names.get(one) ?? '' })
  const shown = rows.filter((one) => may.choose || one.repId === repId)
  const known = await figuresOf(
    db,
    tasks,
    now,
    task,
    shown.map((one) => one.repId),
  )
  const mine = rows.find((one) => one.repId === repId)?.state
  return {
    call: describe(call),
    candidates: ordered(rows, known).map((one) => ({
      rep: named(one.repId),
      state: one.state === 'asked' ? 'asked' : 'standing',
      recommended: one.recommendedBy !== null,
      recommendedBy: one.recommendedByName,
      why: maskContacts(one.why),
      at: one.at.toISOString(),
      figures: known.get(one.repId) ?? null,
    })),
    asked: call.invited
      .filter((one) => one !== repId && names.has(one) && !all.some((row) => row.repId === one))
      .map(named),
    mine: mine === 'asked' || mine === 'standing' ? mine : null,
    may,
  }
}

/** Words reach a whole team, of whom most may not see the customer's contact data. */
const describe = (call: CallRow): NonNullable<CallView['call']> => ({
  openedBy: call.openedByName,
  openedAt: call.openedAt.toISOString(),
  until: call.until.toISOString(),
  note: maskContacts(call.note),
  reach: call.wholeCompany ? 'company' : 'team',
  invited: call.invited.length,
})

type Figures = z.infer<typeof figures>

function ordered(
  rows: readonly CandidateRow[],
  known: ReadonlyMap<string, Figures>,
): readonly CandidateRow[] {
  const waits = (one: CandidateRow): number => (one.state === 'asked' ? 1 : 0)
  const match = (one: CandidateRow): number => {
    const own = known.get(one.repId)
    return own === undefined || !own.suits ? 0 : (own.match ?? 0)
  }
  return [...rows].sort(
    (a, b) => waits(a) - waits(b) || match(b) - match(a) || a.at.getTime() - b.at.getTime(),
  )
}

async function figuresOf(
  db: TenantWriter,
  tasks: Tasks,
  now: number,
  task: TaskRow,
  repIds: readonly string[],
): Promise<ReadonlyMap<string, Figures>> {
  if (repIds.length === 0) return new Map()
  const { assignment } = tasks
  const { repById, policy } = await assignment.contextOf(db, now)
  const matched =
    task.itemId !== null && (task.itemKind === 'lead' || task.itemKind === 'opportunity')
      ? await assignment.matchAll(db, now, repIds, task.itemId)
      : null
  const states = new Map((await assignment.repStates(db, now)).map((state) => [state.repId, state]))
  return new Map(
    repIds.flatMap((repId): [string, Figures][] => {
      const rep = repById.get(repId)
      const state = states.get(repId)
      if (rep === undefined || state === undefined) return []
      const status = loadStatus(rep, state, policy.policy.workload.underloadPercent)
      const load = status.gauges.find((gauge) => gauge.name === 'load_index')
      const match = matched?.get(repId)
      return [
        [
          repId,
          {
            match: match?.total ?? null,
            suits: match === undefined || match.excludedBy === null,
            load:
              load === undefined
                ? null
                : { value: load.value / 100, threshold: load.threshold / 100, percent: load.percent },
            level: status.level,
            availability: state.availability,
            tags: [...rep.tags]
              .sort((a, b) => b.level - a.level || a.tag.localeCompare(b.tag))
              .slice(0, 4)
              .map(({ tag, level }) => ({ tag, level })),
          },
        ],
      ]
    }),
  )
}
