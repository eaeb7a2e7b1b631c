import type { Platform, Sweep } from '../context.ts'
import type { TenantWriter } from '../database/index.ts'
import type { DeliveryChannel } from './queue.ts'

/** A message whose time has come. */
export interface DueDelivery extends Record<string, unknown> {
  readonly id: string
  readonly dedupeKey: string
  readonly eventId: string | null
  readonly body: Readonly<Record<string, unknown>>
  readonly attempts: number
  readonly createdAt: Date
}

export interface Receiver {
  readonly tenantId: string
  readonly targetId: string
}

/** What became of a message. */
export type Fate =
  | { readonly result: 'sent' }
  | { readonly result: 'skipped' | 'dead'; readonly error: string; readonly detail?: string }
  | {
      readonly result: 'retry'
      readonly error: string
      readonly detail?: string
      /** The other side said when. */
      readonly afterMs?: number
    }

/** One message's. What a sender says nothing about was not tried and stays as it is. */
export type Outcome = Fate & { readonly id: string }

/** They went together, so they fared alike. */
export const allAlike = (deliveries: readonly DueDelivery[], fate: Fate): readonly Outcome[] =>
  deliveries.map(({ id }) => ({ id, ...fate }))

/** One way out of the house. It may put several messages to one receiver into one. */
export interface Sender {
  readonly channel: DeliveryChannel
  /** Messages handed over at once. */
  readonly batch: number
  /** Calls a minute and receiver; Infinity where nobody counts. */
  readonly perMinute: number
  send(receiver: Receiver, deliveries: readonly DueDelivery[], now: number): Promise<readonly Outcome[]>
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/**
 * How long one process may take for a batch; another one takes it up after that. Half a minute, so that what a killed
 * process held is on its way again well within the minute that is promised.
 */
const LEASE_MS = 30 * SECOND
/** When a sender that sends one by one has to give back what it did not come to. */
export const LONGEST_BATCH_MS = 20 * SECOND
/** Two days and a bit: a server that was down over a weekend's night is told everything. */
const PAUSES_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
] as const
/** A receiver that fails is asked again at least once a minute, so one bad message does not hold up the others. */
const LONGEST_TARGET_PAUSE_MS = MINUTE
const TARGETS_AT_ONCE = 6
const TARGETS_PER_LOOK = 60
const LOOKS_PER_RUN = 50

export interface DeliveryOptions {
  /** 0 to 1: spreads those who failed together. */
  readonly chance?: () => number
}

/**
 * Sends what is due, each receiver by one process at a time. A row is marked as sent after the other side has said so:
 * a process that dies between sends again, so everything arrives at least once, with the same id where ids exist.
 */
export function deliverySweep(
  { database, clock, log }: Platform,
  senders: readonly Sender[],
  { chance = Math.random }: DeliveryOptions = {},
): Sweep {
  const senderOf = new Map<string, Sender>(senders.map((sender) => [sender.channel, sender]))

  async function serve(receiver: Receiver, sender: Sender): Promise<void> {
    const due = await database.write(receiver.tenantId, (db) =>
      takeDue(db, sender, receiver.targetId, clock.now()),
    )
    if (due.length === 0) return
    let outcomes: readonly Outcome[]
    try {
      outcomes = await sender.send(receiver, due, clock.now())
    } catch (error) {
      // Ours, not the receiver's: said in our log, and tried again like a failure of theirs.
      log.error({ err: error, channel: sender.channel }, 'a message could not be sent')
      outcomes = due.map(({ id }) => ({ id, result: 'retry', error: 'INTERNAL' }))
    }
    await database.write(receiver.tenantId, (db) =>
      settle(db, { sender, targetId: receiver.targetId, due, outcomes, now: clock.now(), chance }),
    )
  }

  return {
    name: 'deliveries',
    everyMs: 1_000,
    async run(signal) {
      for (let look = 0; look < LOOKS_PER_RUN && !signal.aborted; look++) {
        const { rows } = await database.dispatcher.query<{
          tenant_id: string
          channel: string
          target_id: string
        }>('select * from due_delivery_targets($1, $2)', [new Date(clock.now()), TARGETS_PER_LOOK])
        if (rows.length === 0) return
        const queue = [...rows]
        const failures: unknown[] = []
        const worker = async (): Promise<void> => {
          for (let row = queue.shift(); row !== undefined && !signal.aborted; row = queue.shift()) {
            const sender = senderOf.get(row.channel)
            if (sender === undefined) continue
            await serve({ tenantId: row.tenant_id, targetId: row.target_id }, sender).catch(
              (error: unknown) => failures.push(error),
            )
          }
        }
        await Promise.all(Array.from({ length: TARGETS_AT_ONCE }, worker))
        if (failures.length > 0) throw failures[0]
      }
    },
  }
}

/** Takes the receiver for a while and reads what is due; empty where another process has it or its minute is full. */
async function takeDue(
  db: TenantWriter,
  sender: Sender,
  targetId: string,
  now: number,
): Promise<DueDelivery[]> {
  const at = new Date(now)
  const [target] = await db.query<{ minute_at: Date | number; minute_count: number }>(
    `select case when minute_at > $4::timestamptz - interval '1 minute' then minute_at else $4::timestamptz end as minute_at,
       case when minute_at > $4::timestamptz - interval '1 minute' then minute_count else 0 end as minute_count
     from delivery_target
     where tenant_id = $1 and channel = $2 and target_id = $3 and due_at <= $4 and not_before <= $4
     for update skip locked`,
    [db.tenantId, sender.channel, targetId, at],
    'delivery_take',
  )
  if (target === undefined) return []
  const minuteAt = new Date(target.minute_at).getTime()
  const full = target.minute_count >= sender.perMinute
  const due = full
    ? []
    : await db.query<DueDelivery>(
        `select id, dedupe_key as "dedupeKey", event_id as "eventId", body, attempts, created_at as "createdAt"
         from delivery where tenant_id = $1 and channel = $2 and target_id = $3 and state = 'waiting' and due_at <= $4
         order by due_at, id limit $5`,
        [db.tenantId, sender.channel, targetId, at, sender.batch],
        'delivery_due',
      )
  await db.query(
    `update delivery_target set not_before = $4, minute_at = $5, minute_count = $6,
       due_at = case when $7 then due_at else (
         select min(due_at) from delivery
         where tenant_id = $1 and channel = $2 and target_id = $3 and state = 'waiting') end
     where tenant_id = $1 and channel = $2 and target_id = $3`,
    [
      db.tenantId,
      sender.channel,
      targetId,
      new Date(full ? minuteAt + MINUTE : due.length === 0 ? now : now + LEASE_MS),
      new Date(minuteAt),
      target.minute_count + (due.length === 0 ? 0 : 1),
      due.length > 0 || full,
    ],
    'delivery_lease',
  )
  return due
}

type Trouble = Extract<Outcome, { readonly result: 'retry' | 'skipped' | 'dead' }>
const isTrouble = (outcome: Outcome): outcome is Trouble =>
  outcome.result === 'retry' || outcome.result === 'dead'

interface Settling {
  readonly sender: Sender
  readonly targetId: string
  readonly due: readonly DueDelivery[]
  readonly outcomes: readonly Outcome[]
  readonly now: number
  readonly chance: () => number
}

/** Writes down what became of a batch and gives the receiver free again, or leaves it alone for a moment. */
async function settle(db: TenantWriter, settling: Settling): Promise<void> {
  const { sender, targetId, due, outcomes, now, chance } = settling
  const attemptsOf = new Map(due.map((one) => [one.id, one.attempts]))
  const rows = outcomes.map((outcome) => settled(outcome, attemptsOf.get(outcome.id) ?? 0, now, chance))
  // The receiver's row first: whoever adds a message waits here, and is seen by the statements below.
  const [target] = await db.query<{ failures: number }>(
    'select failures from delivery_target where tenant_id = $1 and channel = $2 and target_id = $3 for update',
    [db.tenantId, sender.channel, targetId],
  )
  await db.query(
    `update delivery d set state = s.state, attempts = s.attempts, due_at = to_timestamp(s.due / 1000.0),
       error = s.error, detail = s.detail, finished_at = case when s.state = 'waiting' then null else $2::timestamptz end
     from unnest($3::uuid[], $4::text[], $5::int[], $6::float8[], $7::text[], $8::text[])
       as s(id, state, attempts, due, error, detail)
     where d.tenant_id = $1 and d.id = s.id and d.state = 'waiting'`,
    [
      db.tenantId,
      new Date(now),
      rows.map((row) => row.id),
      rows.map((row) => row.state),
      rows.map((row) => row.attempts),
      rows.map((row) => row.dueAt),
      rows.map((row) => row.error),
      rows.map((row) => row.detail),
    ],
    'delivery_settle',
  )
  if (target === undefined) return
  const trouble = outcomes.find(isTrouble)
  const failures = trouble === undefined ? 0 : target.failures + 1
  const afterMs = trouble?.result === 'retry' ? trouble.afterMs : undefined
  const pause =
    trouble?.result === 'retry'
      ? Math.max(Math.min(LONGEST_TARGET_PAUSE_MS, SECOND * 2 ** Math.min(failures, 10)), afterMs ?? 0)
      : 0
  await db.query(
    `update delivery_target set failures = $4, not_before = $5,
       due_at = (select min(due_at) from delivery
         where tenant_id = $1 and channel = $2 and target_id = $3 and state = 'waiting'),
       last_sent_at = case when $6 then $7 else last_sent_at end,
       error = $8, error_at = case when $8::text is null then null else $7 end
     where tenant_id = $1 and channel = $2 and target_id = $3`,
    [
      db.tenantId,
      sender.channel,
      targetId,
      failures,
      new Date(now + pause),
      outcomes.some((outcome) => outcome.result === 'sent'),
      new Date(now),
      trouble?.error ?? null,
    ],
    'delivery_release',
  )
}

function settled(outcome: Outcome, attemptsBefore: number, now: number, chance: () => number) {
  const attempts = attemptsBefore + 1
  const base = { id: outcome.id, attempts, dueAt: now, error: null, detail: null }
  if (outcome.result === 'sent') return { ...base, state: 'sent' }
  const { error } = outcome
  const detail = outcome.detail?.slice(0, 500) ?? null
  if (outcome.result !== 'retry') return { ...base, state: outcome.result, error, detail }
  const pause = PAUSES_MS[attemptsBefore]
  if (pause === undefined) return { ...base, state: 'dead', error, detail }
  const spread = Math.round(pause * (0.8 + 0.4 * chance()))
  return { ...base, state: 'waiting', dueAt: now + Math.max(spread, outcome.afterMs ?? 0), error, detail }
}
