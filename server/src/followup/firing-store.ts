import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { SubjectKind, TimerKind } from './timer-store.ts'

/** What a clock did. Stable API. */
export const firingEffects = [
  'reminded',
  'warned',
  'missed',
  'recalled',
  'escalated',
  'checkpoint',
  'offered_back',
] as const
export type FiringEffect = (typeof firingEffects)[number]

export interface Firing {
  readonly subjectId: string
  readonly subjectKind: SubjectKind
  readonly kind: TimerKind
  readonly repId: string | null
  /** When it was due; epoch ms. */
  readonly dueAt: number
  readonly effect: FiringEffect
  readonly detail: Readonly<Record<string, unknown>>
}

export async function appendFirings(
  db: TenantWriter,
  now: number,
  firings: readonly Firing[],
): Promise<void> {
  if (firings.length === 0) return
  await db.query(
    `insert into timer_firing (tenant_id, id, at, subject_id, subject_kind, kind, rep_id, due_at, effect, detail)
     select $1, i, $2, s, sk, k, r, d, e, j::jsonb
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[], $9::text[], $10::text[])
       as f(i, s, sk, k, r, d, e, j)`,
    [
      db.tenantId,
      new Date(now),
      firings.map(() => uuidv7(now)),
      firings.map((one) => one.subjectId),
      firings.map((one) => one.subjectKind),
      firings.map((one) => one.kind),
      firings.map((one) => one.repId),
      firings.map((one) => new Date(one.dueAt)),
      firings.map((one) => one.effect),
      firings.map((one) => JSON.stringify(one.detail)),
    ],
    'firing_append',
  )
}

export interface FiringRow extends Record<string, unknown> {
  readonly id: string
  readonly at: Date
  readonly subjectId: string
  readonly subjectKind: SubjectKind
  readonly kind: TimerKind
  readonly repId: string | null
  readonly dueAt: Date
  readonly effect: FiringEffect
  readonly detail: Readonly<Record<string, unknown>>
}

const COLUMNS = `id, at, subject_id as "subjectId", subject_kind as "subjectKind", kind, rep_id as "repId",
  due_at as "dueAt", effect, detail`

/** What clocks did, newest first. */
export async function listFirings(
  db: TenantReader,
  filter: {
    readonly repIds: readonly string[] | null
    readonly subjectId?: string | undefined
    readonly after: { readonly at: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<FiringRow[]> {
  return db.query<FiringRow>(
    `select ${COLUMNS} from timer_firing
     where tenant_id = $1 and ($2::uuid[] is null or rep_id = any($2)) and ($3::uuid is null or subject_id = $3)
       and ($4::timestamptz is null or (at, id) < ($4, $5::uuid))
     order by at desc, id desc limit $6`,
    [
      db.tenantId,
      filter.repIds,
      filter.subjectId ?? null,
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  )
}
