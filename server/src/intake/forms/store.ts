import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

/** What a form may ask: fields of a lead that a stranger can know. */
export const formFields = [
  'name',
  'company',
  'phone',
  'email',
  'wechat',
  'region',
  'city',
  'industry',
  'product',
  'amount',
  'note',
] as const
export type FormField = (typeof formFields)[number]

export interface FormFieldSetting {
  readonly field: FormField
  readonly label: string
  readonly required: boolean
}

export interface FormRow {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly fields: readonly FormFieldSetting[]
  readonly source: string
  readonly thanks: string
  readonly closedAt: Date | null
  readonly createdAt: Date
  readonly version: number
}

const COLUMNS = `id, name, key, fields, source, thanks, closed_at as "closedAt", created_at as "createdAt", version`

export async function listForms(db: TenantReader): Promise<FormRow[]> {
  return db.query<FormRow & Record<string, unknown>>(
    `select ${COLUMNS} from lead_form where tenant_id = $1 order by created_at desc, id desc`,
    [db.tenantId],
  )
}

export async function readForm(db: TenantReader, id: string): Promise<FormRow | null> {
  const rows = await db.query<FormRow & Record<string, unknown>>(
    `select ${COLUMNS} from lead_form where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
    'form_read',
  )
  return rows[0] ?? null
}

export async function insertForm(
  db: TenantWriter,
  form: Omit<FormRow, 'closedAt' | 'version'> & { readonly createdBy: string | null },
): Promise<void> {
  await db.query(
    `insert into lead_form (tenant_id, id, name, key, fields, source, thanks, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      db.tenantId,
      form.id,
      form.name,
      form.key,
      JSON.stringify(form.fields),
      form.source,
      form.thanks,
      form.createdAt,
      form.createdBy,
    ],
  )
}

/** Changes what is given; false where there is no such form. `key` replaces the address at once. */
export async function updateForm(
  db: TenantWriter,
  id: string,
  change: {
    readonly name?: string | undefined
    readonly fields?: readonly FormFieldSetting[] | undefined
    readonly source?: string | undefined
    readonly thanks?: string | undefined
    readonly key?: string | undefined
    readonly closedAt?: Date | null | undefined
  },
): Promise<boolean> {
  const rows = await db.query(
    `update lead_form set name = coalesce($3, name), fields = coalesce($4::jsonb, fields), source = coalesce($5, source),
       thanks = coalesce($6, thanks), key = coalesce($7, key),
       closed_at = case when $8 then $9::timestamptz else closed_at end, version = version + 1
     where tenant_id = $1 and id = $2 returning 1 as one`,
    [
      db.tenantId,
      id,
      change.name ?? null,
      change.fields === undefined ? null : JSON.stringify(change.fields),
      change.source ?? null,
      change.thanks ?? null,
      change.key ?? null,
      change.closedAt !== undefined,
      change.closedAt ?? null,
    ],
  )
  return rows.length === 1
}
