import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'

/** Why somebody is asked. Stable API: the first eight propose another owner, the rest ask a manager to look. */
export const promptCauses = [
  'tier_up',
  'sla_missed',
  'overload',
  'owner_on_leave',
  'owner_left',
  'customer_replied',
  'capacity_freed',
  'policy_changed',
  'relief_over',
  'no_progress',
  'recall_pinned',
] as const
export type PromptCause = (typeof promptCauses)[number]
export type PromptState = 'open' | 'accepted' | 'declined' | 'obsolete'

export interface NewPrompt {
  readonly itemId: string
  readonly itemKind: string
  readonly cause: PromptCause
  readonly fromRepId: string
  /** null = nobody else is proposed; somebody is asked to look. */
  readonly toRepId: string | null
  readonly audience: 'owner' | 'manager'
  readonly gainThousandths: number | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly expiresAt: number
}

/** Asks what is not being asked already, and returns the item ids that were asked about now. */
export async function insertPrompts(
  db: TenantWriter,
  now: number,
  prompts: readonly NewPrompt[],
): Promise<ReadonlySet<string>> {
  if (prompts.length === 0) return new Set()
  const rows = await db.query<{ itemId: string }>(
    `insert into trigger_prompt (tenant_id, id, at, item_id, item_kind, cause, from_rep_id, to_rep_id, audience,
       gain_thousandths, detail, expires_at)
     select $1, i, $2, it, ik, ca, fr, tr, au, ga, de, ex
     from json_to_recordset($3::json) as j(i uuid, it uuid, ik text, ca text, fr uuid, tr uuid, au text, ga int,
       de jsonb, ex timestamptz)
     on conflict do nothing returning item_id as "itemId"`,
    [
      db.tenantId,
      new Date(now),
      JSON.stringify(
        prompts.map((one) => ({
          i: uuidv7(now),
          it: one.itemId,
          ik: one.itemKind,
          ca: one.cause,
          fr: one.fromRepId,
          tr: one.toRepId,
          au: one.audience,
          ga: one.gainThousandths,
          de: one.detail,
          ex: new Date(one.expiresAt),
        })),
      ),
    ],
    'prompt_insert',
  )
  return new Set(rows.map((row) => row.itemId))
}

/** Questions that ask nothing any more: lapsed, or the item left the owner they were about. */
export async function retirePrompts(
  db: TenantWriter,
  now: number,
  itemIds: readonly string[],
): Promise<void> {
  await db.query(
    `update trigger_prompt p set state = 'obsolete', answered_at = $3
     where p.tenant_id = $1 and p.item_id = any($2) and p.state = 'open'
       and (p.expires_at <= $3 or not exists (
         select from item_ownership o where o.tenant_id = $1 and o.item_id = p.item_id and o.state = 'owned'
           and o.owner_id = p.from_rep_id))`,
    [db.tenantId, itemIds, new Date(now)],
    'prompt_retire',
  )
}

/** Something was done for these items: whether their managers have to step in is no longer a question. */
export async function settleNoProgress(
  db: TenantWriter,
  now: number,
  itemIds: readonly string[],
): Promise<void> {
  await db.query(
    `update trigger_prompt p set state = 'obsolete', answered_at = $3
     where p.tenant_id = $1 and p.item_id = any($2) and p.state = 'open' and p.to_rep_id is null
       and exists (select from timer t where t.tenant_id = $1 and t.subject_id = p.item_id and t.kind = 'progress'
         and t.fired = 0)`,
    [db.tenantId, itemIds, new Date(now)],
    'prompt_settle',
  )
}

export interface PromptPast {
  readonly itemId: string
  readonly lastProposedAt: number | null
  readonly declined: readonly { readonly toRepId: string; readonly at: number }[]
  readonly formerOwners: readonly { readonly repId: string; readonly until: number }[]
}

/** What was proposed and declined for items before, and who had them. */
export async function readPasts(
  db: TenantReader,
  itemIds: readonly string[],
): Promise<Map<string, PromptPast>> {
  const prompts = await db.query<{
    itemId: string
    toRepId: string
    at: Date
    answeredAt: Date | null
    state: PromptState
  }>(
    `select item_id as "itemId", to_rep_id as "toRepId", at, answered_at as "answeredAt", state from trigger_prompt
     where tenant_id = $1 and item_id = any($2) and to_rep_id is not null order by at`,
    [db.tenantId, itemIds],
    'prompt_past',
  )
  const owners = await db.query<{ itemId: string; repId: string; at: Date }>(
    `select item_id as "itemId", from_owner_id as "repId", max(at) as at from ownership_history
     where tenant_id = $1 and item_id = any($2) and from_owner_id is not null
       and from_owner_id is distinct from to_owner_id
     group by 1, 2 order by 1, 2`,
    [db.tenantId, itemIds],
    'prompt_former_owners',
  )
  return new Map(
    itemIds.map((itemId) => {
      const own = prompts.filter((row) => row.itemId === itemId)
      return [
        itemId,
        {
          itemId,
          lastProposedAt: own.at(-1)?.at.getTime() ?? null,
          declined: own
            .filter((row) => row.state === 'declined')
            .map((row) => ({ toRepId: row.toRepId, at: (row.answeredAt ?? row.at).getTime() })),
          formerOwners: owners
            .filter((row) => row.itemId === itemId)
            .map((row) => ({ repId: row.repId, until: row.at.getTime() })),
        },
      ] as const
    }),
  )
}

/** How many questions about each person's work are open. */
export async function openPromptCounts(
  db: TenantReader,
  repIds: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  const rows = await db.query<{ repId: string; n: number }>(
    `select from_rep_id as "repId", count(*) as n from trigger_prompt
     where tenant_id = $1 and from_rep_id = any($2) and state = 'open' and to_rep_id is not null and expires_at > $3
     group by 1`,
    [db.tenantId, repIds, new Date(now)],
    'prompt_open_counts',
  )
  return new Map(rows.map((row) => [row.repId, row.n]))
}

export interface PromptRow extends Record<string, unknown> {
  readonly id: string
  readonly at: Date
  readonly itemId: string
  readonly itemKind: string
  readonly cause: PromptCause
  readonly fromRepId: string
  readonly toRepId: string | null
  readonly audience: 'owner' | 'manager'
  readonly gainThousandths: number | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly expiresAt: Date
  readonly state: PromptState
  readonly answeredAt: Date | null
  readonly note: string | null
  readonly itemName: string
  readonly itemCompany: string
  readonly reassignments: number
}

const SELECT = `select p.id, p.at, p.item_id as "itemId", p.item_kind as "itemKind", p.cause,
  p.from_rep_id as "fromRepId", p.to_rep_id as "toRepId", p.audience, p.gain_thousandths as "gainThousandths", p.detail,
  p.expires_at as "expiresAt", p.state, p.answered_at as "answeredAt", p.note,
  coalesce(n.name, '') as "itemName", coalesce(n.company, '') as "itemCompany", coalesce(o.reassignments, 0) as reassignments
  from trigger_prompt p
  left join item_name n on n.tenant_id = p.tenant_id and n.item_id = p.item_id
  left join item_ownership o on o.tenant_id = p.tenant_id and o.item_id = p.item_id`

export interface PromptFilter {
  /** Whose work; null = everybody's. */
  readonly repIds: readonly string[] | null
  /** Also what only managers are asked. */
  readonly forManagers: boolean
  readonly state: 'open' | 'answered'
  readonly now: number
  readonly after: { readonly at: string; readonly id: string } | null
  readonly limit: number
}

/** Newest first. */
export async function listPrompts(db: TenantReader, filter: PromptFilter): Promise<PromptRow[]> {
  return db.query<PromptRow>(
    `${SELECT}
     where p.tenant_id = $1 and ($2::uuid[] is null or p.from_rep_id = any($2)) and ($3 or p.audience = 'owner')
       and case when $4 = 'open' then p.state = 'open' and p.expires_at > $5 else p.state in ('accepted', 'declined') end
       and ($6::timestamptz is null or (p.at, p.id) < ($6, $7::uuid))
     order by p.at desc, p.id desc limit $8`,
    [
      db.tenantId,
      filter.repIds,
      filter.forManagers,
      filter.state,
      new Date(filter.now),
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  )
}

export async function readPrompt(db: TenantReader, id: string): Promise<PromptRow | null> {
  const [row] = await db.query<PromptRow>(`${SELECT} where p.tenant_id = $1 and p.id = $2`, [db.tenantId, id])
  return row ?? null
}

/** Answers an open question; false where it was answered by then. This condition decides between two who answer at once. */
export async function markAnswered(
  db: TenantWriter,
  now: number,
  answer: {
    readonly id: string
    readonly state: PromptState
    readonly by: string | null
    readonly note: string | null
  },
): Promise<boolean> {
  const rows = await db.query(
    `update trigger_prompt set state = $3, answered_at = $4, answered_by = $5, note = $6
     where tenant_id = $1 and id = $2 and state = 'open' and expires_at > $4 returning 1 as one`,
    [db.tenantId, answer.id, answer.state, new Date(now), answer.by, answer.note],
  )
  return rows.length > 0
}
