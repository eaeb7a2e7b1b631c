import { customPrefix, type Facts, type FieldValue } from '@peineng/engine'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { type FieldError, ProblemError } from '../../platform/errors/catalogue.ts'
import type { Principal } from '../../platform/http/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { announce } from '../../platform/outbox/index.ts'
import { bareKey, type CustomValues, checkCustom } from '../attributes/check-custom.ts'
import { listAttributes } from '../attributes/store.ts'
import type { Customers } from '../create-customers.ts'
import { contactFields, refuseUnseen } from '../unseen-contacts.ts'
import { refuseStale } from '../versions.ts'
import type { Visibility } from '../visibility.ts'
import { recordKinds } from './kinds.ts'
import type { RecordKind, RecordValues } from './record-kind.ts'
import {
  insertRecord,
  lockRecord,
  readRecord,
  replaceAccountIdentities,
  stored,
  updateRecord,
} from './store.ts'

export interface RecordWriter {
  readonly customers: Customers
  readonly principal: Principal
  readonly visibility: Visibility
  readonly now: number
}

export interface RecordInput {
  readonly values: RecordValues
  readonly custom: CustomValues
}

/** Makes a record; opportunities and owned accounts are handed to assignment in the same transaction. */
export async function createRecord(
  db: TenantWriter,
  kind: RecordKind,
  writer: RecordWriter,
  input: RecordInput,
  ownerId: string | null | undefined,
): Promise<string> {
  await refuseBadInput(db, kind, writer, input, false)
  const owner = await ownerFor(db, writer, ownerId)
  const id = uuidv7(writer.now)
  const custom = without(input.custom)
  const columns = stored(kind, input.values, custom)
  const facts =
    kind.name === 'opportunity' ? await understand(db, writer, input.values, custom, columns) : null
  await insertRecord(db, kind, id, columns, writer.principal.id, writer.now)
  const { identities } = kind.derive(input.values)
  if (identities !== null) await replaceAccountIdentities(db, id, identities)
  await note(db, kind, writer, id, 'created', Object.keys(input.values))
  if (kind.name === 'opportunity' || (kind.name === 'account' && owner !== null))
    await writer.customers.place(
      db,
      [{ id, kind: kind.name, createdAt: writer.now, ownerId: owner, facts: facts ?? {} }],
      writer.principal.id,
      writer.now,
    )
  return id
}

export async function editRecord(
  db: TenantWriter,
  kind: RecordKind,
  writer: RecordWriter,
  id: string,
  version: number | null,
  change: RecordInput & { readonly archived?: boolean },
): Promise<void> {
  const weighs = kind.name === 'opportunity'
  if (weighs) await writer.customers.weigher.lock(db, id)
  const row = await lockRecord(db, kind, writer.visibility, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  refuseStale(version, row.version, { by: row.updatedBy, at: row.updatedAt })
  if (row.hiddenHere)
    refuseUnseen(
      kind.name === 'contact'
        ? Object.keys(change.values)
        : contactFields.filter((field) => field in change.values),
    )
  await refuseBadInput(db, kind, writer, change, true)
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(kind.fields)) {
    const before = field.show === undefined ? row[name] : field.show(row[name] as never)
    values[name] = name in change.values ? change.values[name] : before
  }
  const custom = without({ ...(row.custom as CustomValues), ...change.custom })
  const columns = stored(kind, values, custom)
  if (weighs) await understand(db, writer, values, custom, columns)
  if (kind.archivable && change.archived !== undefined)
    columns.set('archived_at', change.archived ? (row.archivedAt ?? new Date(writer.now)) : null)
  await updateRecord(db, kind, id, columns, writer.principal.id, writer.now)
  if (weighs) await writer.customers.weigher.reweigh(db, id, writer.now)
  const { identities } = kind.derive(values)
  if (identities !== null) await replaceAccountIdentities(db, id, identities)
  await note(db, kind, writer, id, 'updated', [...Object.keys(change.values), ...Object.keys(change.custom)])
}

/** Assesses an opportunity as a work item and lays the findings into its columns. */
async function understand(
  db: TenantWriter,
  writer: RecordWriter,
  values: RecordValues,
  custom: CustomValues,
  columns: Map<string, unknown>,
): Promise<Facts> {
  const assessment = await writer.customers.assess(
    db,
    opportunityFacts(values, custom, writer.now),
    writer.now,
  )
  columns.set('facts', JSON.stringify(assessment.facts))
  columns.set('points_hundredths', assessment.pointsHundredths)
  columns.set('score', assessment.score)
  columns.set('tier', assessment.tier)
  return assessment.facts
}

/** An opportunity as rules see it. */
export function opportunityFacts(values: RecordValues, custom: CustomValues, createdAt: number): Facts {
  const facts: Record<string, FieldValue> = { kind: 'opportunity', createdAt }
  for (const key of [
    'name',
    'product',
    'amount',
    'region',
    'industry',
    'source',
    'value',
    'difficulty',
    'tags',
    'note',
  ]) {
    const value = values[key]
    if (value !== null && value !== undefined && value !== '') facts[key] = value as FieldValue
  }
  if (typeof values['accountName'] === 'string') facts['company'] = values['accountName']
  for (const [key, value] of Object.entries(custom)) if (value !== null) facts[customPrefix + key] = value
  return facts
}

async function refuseBadInput(
  db: TenantWriter,
  kind: RecordKind,
  writer: RecordWriter,
  input: RecordInput,
  partial: boolean,
): Promise<void> {
  const errors: FieldError[] = []
  if (kind.attributes !== null)
    errors.push(...checkCustom(await listAttributes(db), kind.attributes, input.custom, partial))
  for (const [field, target] of references) {
    const id = input.values[field]
    if (kind.fields[field] === undefined || typeof id !== 'string') continue
    if ((await readRecord(db, target(), writer.visibility, id)) === null)
      errors.push({ field, code: 'unknown', message: 'not_there_or_hidden' })
  }
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
}

const references: readonly (readonly [string, () => RecordKind])[] = [
  ['accountId', () => recordKinds.account],
  ['parentId', () => recordKinds.account],
  ['contactId', () => recordKinds.contact],
]

/** A rep makes records for themselves; leaders may name anybody within their reach, or nobody. */
async function ownerFor(
  db: TenantWriter,
  { customers, visibility, principal }: RecordWriter,
  wanted: string | null | undefined,
): Promise<string | null> {
  if (wanted === undefined || wanted === null) return visibility.reach === 'own' ? principal.repId : null
  const within = visibility.repIds === null || visibility.repIds.includes(wanted)
  if (!within || (await customers.people.repNames(db, [wanted])).size === 0)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'ownerId', code: 'unknown', message: 'no_rep_in_reach' }],
    })
  return wanted
}

const without = (custom: CustomValues): CustomValues =>
  Object.fromEntries(
    Object.entries(custom)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [bareKey(key), value]),
  )

async function note(
  db: TenantWriter,
  kind: RecordKind,
  { principal, now }: RecordWriter,
  id: string,
  verb: 'created' | 'updated',
  fields: readonly string[],
): Promise<void> {
  const entry = { entityKind: kind.name, entityId: id, actorId: principal.id }
  await record(db, now, {
    ...entry,
    actorKind: principal.kind,
    action: `${kind.name}.${verb}`,
    detail: { fields: [...fields].sort() },
  })
  await announce(db, now, [{ ...entry, type: `${kind.name}.${verb}` }])
}
