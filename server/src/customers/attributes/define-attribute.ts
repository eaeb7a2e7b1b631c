import { builtInFields } from '@peineng/engine'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { type FieldError, ProblemError } from '../../platform/errors/catalogue.ts'
import type { Principal } from '../../platform/http/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { announce } from '../../platform/outbox/index.ts'
import { refuseStale } from '../versions.ts'
import { type AttributeDefinition, bareKey } from './check-custom.ts'
import { insertAttribute, lockAttribute, updateAttribute } from './store.ts'

export type AttributeInput = Pick<
  AttributeDefinition,
  | 'key'
  | 'labelZh'
  | 'labelEn'
  | 'entities'
  | 'type'
  | 'options'
  | 'required'
  | 'minimum'
  | 'maximum'
  | 'position'
>

/** What may change afterwards: key and type may not, because records and rules were written with them. */
export type AttributeChange = Partial<Omit<AttributeInput, 'key' | 'type'>> & { readonly archived?: boolean }

export async function defineAttribute(
  db: TenantWriter,
  principal: Principal,
  input: AttributeInput,
  now: number,
): Promise<AttributeDefinition> {
  const definition: AttributeDefinition = {
    ...input,
    key: bareKey(input.key),
    id: uuidv7(now),
    archivedAt: null,
    version: 1,
  }
  refuseNonsense(definition)
  if (builtInFields.some((field) => field.key === definition.key)) throw taken(definition.key)
  if (!(await insertAttribute(db, definition, now))) throw taken(definition.key)
  await note(db, principal, 'attribute.created', definition, now)
  return definition
}

export async function changeAttribute(
  db: TenantWriter,
  principal: Principal,
  id: string,
  version: number | null,
  change: AttributeChange,
  now: number,
): Promise<AttributeDefinition> {
  const before = await lockAttribute(db, id)
  if (before === null) throw new ProblemError('NOT_FOUND')
  refuseStale(version, before.version)
  const { archived, ...rest } = change
  const after: AttributeDefinition = {
    ...before,
    ...rest,
    archivedAt:
      archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? new Date(now)) : null,
    version: before.version + 1,
  }
  refuseNonsense(after)
  await updateAttribute(db, after, now)
  await note(db, principal, 'attribute.updated', after, now)
  return after
}

const taken = (key: string): ProblemError =>
  new ProblemError('NAME_TAKEN', {
    errors: [{ field: 'key', code: 'taken', message: 'key_used' }],
    extra: { key },
  })

function refuseNonsense(d: AttributeDefinition): void {
  const errors: FieldError[] = []
  if (d.minimum !== null && d.maximum !== null && d.minimum > d.maximum)
    errors.push({ field: 'maximum', code: 'bounds_reversed', message: 'maximum_below_minimum' })
  if (d.options.length > 0 && d.type !== 'text' && d.type !== 'list')
    errors.push({ field: 'options', code: 'not_for_type', message: 'options_for_texts' })
  if ((d.minimum !== null || d.maximum !== null) && d.type !== 'number')
    errors.push({ field: 'minimum', code: 'not_for_type', message: 'bounds_for_numbers' })
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
}

async function note(
  db: TenantWriter,
  principal: Principal,
  action: string,
  d: AttributeDefinition,
  now: number,
): Promise<void> {
  await record(db, now, {
    actorKind: principal.kind,
    actorId: principal.id,
    action,
    entityKind: 'attribute',
    entityId: d.id,
    detail: { key: d.key, type: d.type, entities: d.entities, archived: d.archivedAt !== null },
  })
  await announce(db, now, [
    { type: action, entityKind: 'attribute', entityId: d.id, actorId: principal.id, payload: { key: d.key } },
  ])
}
