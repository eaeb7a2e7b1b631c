import { z } from 'zod'
import { searchText } from '../normalise/search-text.ts'
import { contactShown, seeOnly } from '../visibility.ts'
import { currency, money, oneOf, type RecordKind, reference, tagList, text } from './record-kind.ts'

export const opportunityKind: RecordKind = {
  name: 'opportunity',
  plural: 'opportunities',
  table: 'opportunity',
  readPermission: 'opportunities.read',
  writePermission: 'opportunities.write',
  fields: {
    name: { ...text('name'), input: z.string().trim().min(1).max(200), output: z.string(), required: true },
    externalId: text('external_id'),
    accountId: reference('account_id'),
    contactId: reference('contact_id'),
    leadId: reference('lead_id'),
    stage: { ...text('stage', 60), output: z.string(), store: (value: string | null) => value ?? 'new' },
    product: text('product'),
    amount: money('amount_minor'),
    currency,
    expectedCloseOn: { column: 'expected_close_on', input: z.iso.date(), output: z.string().nullable() },
    region: text('region'),
    industry: text('industry'),
    source: text('source'),
    value: oneOf('value', ['high', 'mid', 'low']),
    difficulty: oneOf('difficulty', ['easy', 'medium', 'hard']),
    tags: tagList,
    note: text('note', 10_000),
  },
  computed: {
    accountName: {
      sql: '(select a.name from account a where a.tenant_id = t.tenant_id and a.id = t.account_id)',
      output: z.string().nullable(),
    },
    outcome: { sql: 't.outcome', output: z.enum(['open', 'won', 'lost', 'invalid']) },
    closedAt: { sql: 't.closed_at', output: z.string().nullable() },
    closeReason: { sql: 't.close_reason', output: z.string().nullable() },
    closedRepId: { sql: 't.closed_rep_id', output: z.string().nullable() },
    lastActivityAt: { sql: 't.last_activity_at', output: z.string().nullable() },
    nextStepAt: { sql: 't.next_step_at', output: z.string().nullable() },
  },
  attributes: 'opportunity',
  owned: true,
  archivable: false,
  sorts: {
    createdAt: { sql: 't.created_at', type: 'timestamptz' },
    name: { sql: 'lower(t.name)', type: 'text' },
    amount: { sql: 'coalesce(t.amount_minor, -1)', type: 'bigint' },
    closedAt: { sql: `coalesce(t.closed_at, 'infinity'::timestamptz)`, type: 'timestamptz' },
    nextStepAt: { sql: `coalesce(t.next_step_at, 'infinity'::timestamptz)`, type: 'timestamptz' },
  },
  defaultSort: '-createdAt',
  filters: [
    'stage',
    'outcome',
    'product',
    'accountId',
    'leadId',
    'region',
    'industry',
    'source',
    'externalId',
  ],
  where: {
    name: { sql: 't.name', kind: 'text' },
    owner: { sql: 'o.owner_id', kind: 'rep' },
    state: { sql: 'o.state', kind: 'text' },
    stage: { sql: 't.stage', kind: 'text' },
    outcome: { sql: 't.outcome', kind: 'text' },
    product: { sql: 't.product', kind: 'text' },
    region: { sql: 't.region', kind: 'text' },
    industry: { sql: 't.industry', kind: 'text' },
    source: { sql: 't.source', kind: 'text' },
    amount: { sql: 't.amount_minor', kind: 'money' },
    closeOn: { sql: 't.expected_close_on', kind: 'day' },
    created: { sql: 't.created_at', kind: 'moment' },
    lastActivity: { sql: 't.last_activity_at', kind: 'moment' },
    nextStep: { sql: 't.next_step_at', kind: 'moment' },
  },
  searchable: true,
  see: seeOnly,
  hides: (value, visibility) =>
    `(coalesce(o.state in ('pooled', 'offered'), false) and not ${contactShown({ value }, visibility)} or ${
      visibility.ownRepId === null
        ? 'false'
        : `coalesce(o.handover_open and o.owner_id = ${value(visibility.ownRepId)}::uuid, false)`
    })`,
  derive(values) {
    const name = typeof values['name'] === 'string' ? values['name'] : ''
    return { columns: { search: searchText([name]) }, identities: null }
  },
}
