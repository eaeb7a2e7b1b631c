import { z } from 'zod'
import { currency, money, type RecordKind, text } from './record-kind.ts'

/** What is sold. Its line is what reps are specialised in. Everybody may see it. */
export const productKind: RecordKind = {
  name: 'product',
  plural: 'products',
  table: 'product',
  readPermission: 'attributes.read',
  writePermission: 'attributes.manage',
  fields: {
    name: { ...text('name'), input: z.string().trim().min(1).max(200), output: z.string(), required: true },
    line: text('line'),
    price: money('price_minor'),
    currency,
  },
  computed: {},
  attributes: null,
  owned: false,
  archivable: true,
  sorts: {
    createdAt: { sql: 't.created_at', type: 'timestamptz' },
    name: { sql: 'lower(t.name)', type: 'text' },
  },
  defaultSort: 'name',
  filters: ['line', 'name'],
  where: {},
  searchable: false,
  see: () => {},
  hides: null,
  derive: () => ({ columns: {}, identities: null }),
}
