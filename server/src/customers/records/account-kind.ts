import { z } from 'zod'
import type { Conditions } from '../conditions.ts'
import { identitiesOf } from '../leads/normalise-lead.ts'
import { companyKey, companySearchPart } from '../normalise/company.ts'
import { normaliseCreditCode } from '../normalise/credit-code.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { normalisePhone } from '../normalise/phone.ts'
import { searchText } from '../normalise/search-text.ts'
import { contactShown, customerUnread, type Visibility } from '../visibility.ts'
import {
  currency,
  money,
  normalised,
  oneOf,
  type RecordKind,
  type RecordValues,
  reference,
  tagList,
  text,
} from './record-kind.ts'

/** A contact about one of its opportunities is a contact with the customer. */
const LAST_ACTIVITY = `greatest(t.last_activity_at, (select max(x.last_activity_at) from opportunity x
  where x.tenant_id = t.tenant_id and x.account_id = t.id))`

export const accountKind: RecordKind = {
  name: 'account',
  plural: 'accounts',
  table: 'account',
  readPermission: 'accounts.read',
  writePermission: 'accounts.write',
  fields: {
    name: { ...text('name'), input: z.string().trim().min(1).max(200), output: z.string(), required: true },
    externalId: text('external_id'),
    creditCode: normalised('credit_code', 40, normaliseCreditCode),
    phone: normalised('phone', 60, normalisePhone),
    email: normalised('email', 254, normaliseEmail),
    website: text('website', 300),
    industry: text('industry'),
    region: text('region'),
    city: text('city'),
    address: text('address', 500),
    employees: {
      column: 'employees',
      input: z.number().int().min(0).max(100_000_000),
      output: z.number().nullable(),
    },
    companySize: oneOf('company_size', ['large', 'medium', 'small', 'micro']),
    revenue: money('revenue_minor'),
    currency,
    customerLevel: text('customer_level'),
    lifecycleStage: text('lifecycle_stage'),
    parentId: reference('parent_id'),
    tags: tagList,
    note: text('note', 10_000),
  },
  computed: {
    parentName: {
      sql: '(select p.name from account p where p.tenant_id = t.tenant_id and p.id = t.parent_id)',
      output: z.string().nullable(),
    },
    openOpportunities: {
      sql: `(select count(*) from opportunity x where x.tenant_id = t.tenant_id and x.account_id = t.id and x.outcome = 'open')`,
      output: z.number(),
    },
    lastActivityAt: { sql: LAST_ACTIVITY, output: z.string().nullable() },
    nextStepAt: { sql: 't.next_step_at', output: z.string().nullable() },
  },
  attributes: 'account',
  owned: true,
  archivable: true,
  sorts: {
    createdAt: { sql: 't.created_at', type: 'timestamptz' },
    name: { sql: 'lower(t.name)', type: 'text' },
    revenue: { sql: 'coalesce(t.revenue_minor, -1)', type: 'bigint' },
  },
  defaultSort: '-createdAt',
  filters: ['industry', 'region', 'customerLevel', 'lifecycleStage', 'parentId', 'externalId'],
  where: {
    name: { sql: 't.name', kind: 'text' },
    owner: { sql: 'o.owner_id', kind: 'rep' },
    state: { sql: 'o.state', kind: 'text' },
    customerLevel: { sql: 't.customer_level', kind: 'text' },
    lifecycleStage: { sql: 't.lifecycle_stage', kind: 'text' },
    industry: { sql: 't.industry', kind: 'text' },
    region: { sql: 't.region', kind: 'text' },
    city: { sql: 't.city', kind: 'text' },
    companySize: { sql: 't.company_size', kind: 'text' },
    employees: { sql: 't.employees', kind: 'number' },
    revenue: { sql: 't.revenue_minor', kind: 'money' },
    created: { sql: 't.created_at', kind: 'moment' },
    lastActivity: { sql: LAST_ACTIVITY, kind: 'moment' },
    nextStep: { sql: 't.next_step_at', kind: 'moment' },
  },
  searchable: true,
  see: (where, visibility) => accountVisible(where, visibility, 't', 'o'),
  hides: (value, visibility) =>
    `(coalesce(o.state in ('pooled', 'offered'), false) and not ${contactShown({ value }, visibility)} or ${customerUnread(value, visibility, 't')})`,
  derive(values: RecordValues) {
    const of = (key: string): string => (typeof values[key] === 'string' ? values[key] : '')
    const { key, place } = companyKey(of('name'))
    return {
      columns: {
        company_key: key,
        company_place: place,
        search: searchText([companySearchPart(of('name'), { key, place })]),
      },
      identities: identitiesOf({
        phone: normalisePhone(of('phone')),
        email: normaliseEmail(of('email')),
        creditCode: normaliseCreditCode(of('creditCode')),
        company: key,
        place,
      }),
    }
  },
}

/** A rep sees the customers they own, those they have work with, and pooled ones. */
export function accountVisible(
  where: Conditions,
  visibility: Visibility,
  account: string,
  ownership: string,
): void {
  if (visibility.repIds === null) return
  where.and((reps) => {
    const works = (table: string): string =>
      `exists (select 1 from ${table} w join item_ownership wo on wo.tenant_id = w.tenant_id and wo.item_id = w.id
        where w.tenant_id = ${account}.tenant_id and w.account_id = ${account}.id and (wo.owner_id = any(${reps}::uuid[]) or wo.shadow_rep_id = any(${reps}::uuid[])))`
    const unowned =
      visibility.reach === 'team' ? `${ownership}.owner_id is null` : `${ownership}.state = 'pooled'`
    return `(${ownership}.owner_id = any(${reps}::uuid[]) or ${ownership}.shadow_rep_id = any(${reps}::uuid[]) or ${unowned} or ${account}.created_by = ${where.value(visibility.principalId)}
      or ${works('lead')} or ${works('opportunity')})`
  }, visibility.repIds)
}
