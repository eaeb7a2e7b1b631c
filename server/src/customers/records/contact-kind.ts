import { z } from 'zod'
import { normaliseEmail } from '../normalise/email.ts'
import { normalisePhone } from '../normalise/phone.ts'
import { searchText } from '../normalise/search-text.ts'
import { customerUnread } from '../visibility.ts'
import { accountVisible } from './account-kind.ts'
import { normalised, oneOf, type RecordKind, reference, text } from './record-kind.ts'

export const contactKind: RecordKind = {
  name: 'contact',
  plural: 'contacts',
  table: 'contact',
  readPermission: 'contacts.read',
  writePermission: 'contacts.write',
  fields: {
    name: { ...text('name'), input: z.string().trim().min(1).max(200), output: z.string(), required: true },
    externalId: text('external_id'),
    accountId: reference('account_id'),
    title: text('title'),
    decisionMakerLevel: oneOf('decision_maker_level', ['decider', 'influencer', 'user']),
    phone: normalised('phone', 60, normalisePhone),
    email: normalised('email', 254, normaliseEmail),
    wechat: text('wechat', 100),
    note: text('note', 10_000),
  },
  computed: {
    accountName: {
      sql: '(select a.name from account a where a.tenant_id = t.tenant_id and a.id = t.account_id)',
      output: z.string().nullable(),
    },
  },
  attributes: 'contact',
  owned: false,
  archivable: true,
  sorts: {
    createdAt: { sql: 't.created_at', type: 'timestamptz' },
    name: { sql: 'lower(t.name)', type: 'text' },
  },
  defaultSort: '-createdAt',
  filters: ['accountId', 'externalId'],
  where: {},
  searchable: true,
  /** A contact is as visible as its customer; contacts of pooled customers are not, until the claim. */
  see(where, visibility) {
    if (visibility.repIds === null) return
    const inner = where.within('a')
    accountVisible(inner, visibility, 'a', 'ao')
    const { openPools } = visibility
    const notPooled =
      openPools === null
        ? ''
        : `and (ao.state is distinct from 'pooled' or ao.pool_id = any(${where.value(openPools)}::text[]))`
    where.plain(`(t.created_by = ${where.value(visibility.principalId)} or exists (
      select 1 from account a left join item_ownership ao on ao.tenant_id = a.tenant_id and ao.item_id = a.id
      where ${inner.sql} and a.id = t.account_id ${notPooled}))`)
  },
  /** What they wrote down themselves they know. */
  hides: (value, visibility) =>
    `(t.created_by is distinct from ${value(visibility.principalId)}::uuid and exists (select 1 from account ha
      where ha.tenant_id = t.tenant_id and ha.id = t.account_id and ${customerUnread(value, visibility, 'ha')}))`,
  derive(values) {
    const of = (key: string): string => (typeof values[key] === 'string' ? values[key] : '')
    return { columns: { search: searchText([of('name'), of('title')]) }, identities: null }
  },
}
