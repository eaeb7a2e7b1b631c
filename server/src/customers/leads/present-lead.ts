import { customPrefix } from '@peineng/engine'
import { z } from 'zod'
import type { Language } from '../../platform/http/index.ts'
import { maskEmail } from '../normalise/email.ts'
import { maskContacts } from '../normalise/mask-text.ts'
import { maskPhone } from '../normalise/phone.ts'
import { customValue } from './lead-input.ts'
import type { LeadRow, OwnershipRow } from './lead-row.ts'

const time = z.string().nullable()
const text = z.string().nullable()

export const personShape = z.object({ id: z.uuid(), name: z.string() })
export const reasonShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  text: z.string().describe('the reason as a sentence in the language asked for'),
})

export const ownershipShape = {
  state: z.enum(['owned', 'pooled', 'waiting', 'closed', 'offered']),
  owner: personShape.nullable(),
  poolId: text,
  waitingSince: time,
  release: z.record(z.string(), z.unknown()).nullable().describe('what will release it, where it waits'),
  releaseAt: time,
  reason: reasonShape.nullable(),
  decisionId: text,
  ownedSince: time,
  acceptedAt: time,
  reassignments: z.number(),
  pinned: z.boolean(),
  offer: z
    .object({ madeAt: z.string(), until: z.string(), round: z.number() })
    .nullable()
    .describe('where it is offered: `owner` is asked and has until then to answer'),
  handover: z
    .object({
      id: z.uuid(),
      read: z.boolean().describe('false: its owner has not confirmed reading it, contact data stay hidden'),
      shadow: personShape.nullable().describe('the former owner, while they may read and log as well'),
      shadowUntil: time,
    })
    .nullable()
    .describe('by which handover its owner got it'),
} as const

/** The one JSON of a lead: lists, details and the answers of intake. */
export const leadShape = z.object({
  id: z.uuid(),
  version: z.number(),
  externalId: text,
  name: z.string(),
  company: z.string(),
  creditCode: text,
  phone: text,
  email: text,
  wechat: text,
  masked: z.boolean().describe('contact data is hidden until the record is yours'),
  source: text,
  region: text,
  industry: text,
  product: text,
  amount: z.number().nullable().describe('in yuan'),
  currency: z.string(),
  value: text,
  difficulty: text,
  tags: z.array(z.string()),
  score: z.number().nullable(),
  tier: text,
  gridCell: text,
  taskType: text,
  quadrant: text,
  points: z.number().describe('load points'),
  accountId: text,
  ...ownershipShape,
  outcome: z.enum(['open', 'won', 'lost', 'invalid']),
  closedAt: time,
  closeReason: text,
  firstResponseAt: time,
  lastActivityAt: time,
  nextStepAt: time,
  intake: z.string(),
  importId: text,
  createdAt: z.string(),
  updatedAt: z.string(),
  custom: z.record(z.string(), customValue),
})
export type LeadJson = z.infer<typeof leadShape>

/** Renders a coded reason as a sentence; given by the composition root, because this slice knows no codes. */
export type ReasonText = (
  code: string,
  params: Readonly<Record<string, unknown>>,
  language: Language,
) => string

export interface Presenting {
  readonly names: ReadonlyMap<string, string>
  readonly language: Language
  readonly reasonText: ReasonText
}

export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null
const iso = (text: string): string => new Date(text).toISOString()
export const majorOrNull = (minor: number | null): number | null => (minor === null ? null : minor / 100)

export function presentOwnership(row: OwnershipRow, { names, language, reasonText }: Presenting) {
  return {
    state: row.state ?? ('waiting' as const),
    owner: row.ownerId === null ? null : { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
    poolId: row.poolId,
    waitingSince: isoOrNull(row.waitingSince),
    release: row.release,
    releaseAt: isoOrNull(row.releaseAt),
    reason:
      row.reasonCode === null
        ? null
        : {
            code: row.reasonCode,
            params: row.reasonParams ?? {},
            text: reasonText(row.reasonCode, row.reasonParams ?? {}, language),
          },
    decisionId: row.decisionId,
    ownedSince: isoOrNull(row.ownedSince),
    acceptedAt: isoOrNull(row.acceptedAt),
    reassignments: row.reassignments ?? 0,
    pinned: row.pinned ?? false,
    offer:
      row.offer === null || row.offer === undefined
        ? null
        : { ...row.offer, madeAt: iso(row.offer.madeAt), until: iso(row.offer.until) },
    handover:
      row.handoverId === null
        ? null
        : {
            id: row.handoverId,
            read: !row.handoverOpen,
            shadow:
              row.shadowRepId === null
                ? null
                : { id: row.shadowRepId, name: names.get(row.shadowRepId) ?? '' },
            shadowUntil: isoOrNull(row.shadowUntil),
          },
  }
}

export function presentLead(row: LeadRow, hidden: boolean, presenting: Presenting): LeadJson {
  return {
    id: row.id,
    version: row.version,
    externalId: row.externalId,
    name: row.name,
    company: row.company,
    creditCode: row.creditCode,
    phone: hidden && row.phone !== null ? maskPhone(row.phone) : row.phone,
    email: hidden && row.email !== null ? maskEmail(row.email) : row.email,
    wechat: hidden && row.wechat !== null ? '***' : row.wechat,
    masked: hidden,
    source: row.source,
    region: row.region,
    industry: row.industry,
    product: row.product,
    amount: majorOrNull(row.amountMinor),
    currency: row.currency,
    value: row.value,
    difficulty: row.difficulty,
    tags: [...row.tags],
    score: row.score,
    tier: row.tier,
    gridCell: row.gridCell,
    taskType: row.taskType,
    quadrant: row.quadrant,
    points: row.pointsHundredths / 100,
    accountId: row.accountId,
    ...presentOwnership(row, presenting),
    outcome: row.outcome,
    closedAt: isoOrNull(row.closedAt),
    closeReason: row.closeReason,
    firstResponseAt: isoOrNull(row.firstResponseAt),
    lastActivityAt: isoOrNull(row.lastActivityAt),
    nextStepAt: isoOrNull(row.nextStepAt),
    intake: row.intake,
    importId: row.importId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    custom: Object.fromEntries(
      Object.entries(row.facts)
        .filter(([key]) => key.startsWith(customPrefix))
        .map(([key, value]) => [
          key.slice(customPrefix.length),
          typeof value === 'object'
            ? [...value]
            : hidden && typeof value === 'string'
              ? maskContacts(value)
              : value,
        ]),
    ),
  }
}
