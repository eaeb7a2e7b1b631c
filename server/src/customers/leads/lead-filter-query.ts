import { z } from 'zod'
import type { People } from '../../people/index.ts'
import type { TenantReader } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/index.ts'
import { manyOf, moment, needle, ownerNames } from '../filters.ts'
import { whereQuery } from '../where.ts'
import { type LeadFilter, leadWhereFields } from './store.ts'

const text = manyOf(z.string().max(200))

/** Query parameters every list and count of leads takes. */
export const leadFilterQuery = {
  state: manyOf(z.enum(['owned', 'pooled', 'waiting', 'closed', 'offered'])),
  outcome: manyOf(z.enum(['open', 'won', 'lost', 'invalid'])),
  owner: ownerNames,
  teamId: z.uuid().optional().describe('owned by somebody of this team or a team below it'),
  tier: text,
  tag: text.describe('all of these tags'),
  source: text,
  region: text,
  industry: text,
  product: text,
  value: manyOf(z.enum(['high', 'mid', 'low'])),
  difficulty: manyOf(z.enum(['easy', 'medium', 'hard'])),
  quadrant: text,
  reason: text.describe('reason code of where it stands, e.g. why it waits'),
  accountId: z.uuid().optional(),
  importId: z.uuid().optional(),
  dueBefore: moment.optional().describe('next step before this time'),
  createdFrom: moment.optional(),
  createdTo: moment.optional(),
  where: whereQuery(leadWhereFields),
  q: needle,
} as const

type LeadFilterQuery = z.output<z.ZodObject<typeof leadFilterQuery>>

/** Turns `me` and a team into the reps they stand for. */
export async function leadFilterOf(
  db: TenantReader,
  people: Pick<People, 'visibleRepIds' | 'companyTimeZone'>,
  principal: Principal,
  query: LeadFilterQuery,
  now: number,
): Promise<LeadFilter> {
  const { owner, teamId, where, ...rest } = query
  const filter: Record<string, unknown> = { ...rest }
  if (owner !== undefined)
    filter['owner'] = owner.flatMap((one) =>
      one === 'me' ? (principal.repId === null ? [] : [principal.repId]) : [one],
    )
  if (where !== undefined)
    filter['where'] = { where, repId: principal.repId, timeZone: await people.companyTimeZone(db), now }
  if (teamId !== undefined)
    filter['ownerIn'] = await people.visibleRepIds(db, { repId: null, teamId }, 'team')
  return filter as LeadFilter
}
