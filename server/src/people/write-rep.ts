import { type ExperienceLevel, isTimeZone, parseWorkingHours } from '@peineng/engine'
import { pinyin } from 'pinyin-pro'
import { type Actor, refusing } from '../identity/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { type FieldError, ProblemError } from '../platform/errors/catalogue.ts'
import { says } from '../platform/errors/sentences/index.ts'
import { versionMismatch } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { OwnCapacity, RepStatus } from './model.ts'
import { noteChange } from './note-change.ts'
import { type RepRow, repById } from './rep-store.ts'

/** Everything about a rep that people set. */
export interface RepFields extends OwnCapacity {
  readonly name: string
  readonly externalId: string | null
  readonly teamId: string | null
  readonly email: string | null
  readonly phone: string | null
  /** `2026-11-23`. */
  readonly hiredOn: string | null
  readonly roles: readonly string[]
  readonly level: ExperienceLevel
  readonly status: RepStatus
  readonly weight: number
  readonly territories: readonly string[]
  readonly industries: readonly string[]
  readonly productLines: readonly string[]
  readonly timeZone: string | null
  /** `Mon-Fri 09:00-18:00`; null = always on duty. */
  readonly workingHours: string | null
}

export type RepInput = { readonly [K in keyof RepFields]?: RepFields[K] | undefined }

const fresh: RepFields = {
  name: '',
  externalId: null,
  teamId: null,
  email: null,
  phone: null,
  hiredOn: null,
  roles: ['rep'],
  level: 'growing',
  status: 'active',
  weight: 100,
  territories: [],
  industries: [],
  productLines: [],
  timeZone: null,
  workingHours: null,
  gauges: [],
  limits: {},
}

const fieldsOf = (row: RepRow): RepFields => ({
  name: row.name,
  externalId: row.external_id,
  teamId: row.team_id,
  email: row.email,
  phone: row.phone,
  hiredOn: row.hired_on,
  roles: row.roles,
  level: row.level,
  status: row.status,
  weight: row.weight,
  territories: row.territories,
  industries: row.industries,
  productLines: row.product_lines,
  timeZone: row.time_zone,
  workingHours: row.working_hours,
  gauges: row.gauges,
  limits: row.limits,
})

/** `张三` → `zhang san zs`: found by syllables and by initials, sorted by syllables. */
export function searchablePinyin(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', nonZh: 'consecutive', v: true }).toLowerCase()
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
  return `${syllables} ${initials}`
}

function merge(before: RepFields, input: RepInput): RepFields {
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(given) }
}

/** What the texts mean is checked by whoever reads them later: the engine's own calendar. */
function check(fields: RepFields): void {
  const errors: FieldError[] = []
  if (fields.workingHours !== null) {
    const parsed = parseWorkingHours(fields.workingHours)
    if (!parsed.ok)
      errors.push({
        field: 'workingHours',
        code: parsed.error.code,
        message: says('working_hours', { text: parsed.error.text }),
      })
  }
  if (fields.timeZone !== null && !isTimeZone(fields.timeZone))
    errors.push({ field: 'timeZone', code: 'unknown', message: 'iana_zone' })
  const { limits } = fields
  for (const [least, most] of [
    ['dailyMin', 'dailyMax'],
    ['weeklyMin', 'weeklyMax'],
    ['monthlyMin', 'monthlyMax'],
  ] as const) {
    const ceiling = limits[most]
    if (ceiling != null && (limits[least] ?? 0) > ceiling)
      errors.push({ field: `limits.${least}`, code: 'above', message: says('not_above', { field: most }) })
  }
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
}

const refusals = {
  rep_external: 'NAME_TAKEN',
  rep_team: () =>
    new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'teamId', code: 'unknown', message: 'no_such_team' }],
    }),
} as const

const values = (tenantId: string, id: string, f: RepFields, now: number): unknown[] => [
  tenantId,
  id,
  f.externalId,
  f.name,
  searchablePinyin(f.name),
  f.teamId,
  f.email,
  f.phone,
  f.hiredOn,
  f.roles,
  f.level,
  f.status,
  f.weight,
  f.territories,
  f.industries,
  f.productLines,
  f.timeZone,
  f.workingHours,
  JSON.stringify(f.gauges),
  JSON.stringify(f.limits),
  new Date(now),
]

export async function createRep(
  db: TenantWriter,
  now: number,
  actor: Actor,
  input: RepInput & { readonly name: string },
): Promise<RepRow> {
  const id = uuidv7(now)
  const fields = merge(fresh, input)
  check(fields)
  await refusing(refusals, () =>
    db.query(
      `insert into rep (tenant_id, id, external_id, name, pinyin, team_id, email, phone, hired_on, roles, level, status,
         weight, territories, industries, product_lines, time_zone, working_hours, gauges, limits, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $21)`,
      values(db.tenantId, id, fields, now),
      'rep_insert',
    ),
  )
  await noteChange(db, now, actor, {
    action: 'rep.created',
    id,
    detail: { teamId: fields.teamId, level: fields.level },
  })
  return mustRead(db, id)
}

/** Contact data never goes to the record: a record cannot be erased. */
const unrecorded = new Set(['name', 'email', 'phone'])

export async function changeRep(
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
  version: number | null,
  input: RepInput,
): Promise<RepRow> {
  const [locked] = await db.query<{ version: number }>(
    'select version from rep where tenant_id = $1 and id = $2 for update',
    [db.tenantId, id],
  )
  if (locked === undefined || (version !== null && locked.version !== version))
    throw await versionMismatch(db, id, locked?.version)
  const row = await mustRead(db, id)
  const before = fieldsOf(row)
  const after = merge(before, input)
  check(after)
  if (after.status === 'inactive' && before.status !== 'inactive') await mustOwnNothing(db, id)
  await refusing(refusals, () =>
    db.query(
      `update rep set external_id = $3, name = $4, pinyin = $5, team_id = $6, email = $7, phone = $8, hired_on = $9,
         roles = $10, level = $11, status = $12, weight = $13, territories = $14, industries = $15, product_lines = $16,
         time_zone = $17, working_hours = $18, gauges = $19, limits = $20, updated_at = $21, version = version + 1
       where tenant_id = $1 and id = $2`,
      values(db.tenantId, id, after, now),
      'rep_update',
    ),
  )
  const changed = (Object.keys(fresh) as (keyof RepFields)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  const shown = changed.filter((key) => !unrecorded.has(key))
  await noteChange(db, now, actor, {
    action: 'rep.updated',
    id,
    detail: {
      changed,
      before: Object.fromEntries(shown.map((key) => [key, before[key]])),
      after: Object.fromEntries(shown.map((key) => [key, after[key]])),
    },
  })
  return mustRead(db, id)
}

/** Who leaves hands over first: open work of a rep who has left would be seen by nobody. */
export async function mustOwnNothing(db: TenantWriter, repId: string): Promise<void> {
  const [open] = await db.query<{ n: number }>(
    `select count(*)::int as n from item_ownership where tenant_id = $1 and owner_id = $2 and state = 'owned'`,
    [db.tenantId, repId],
  )
  if ((open?.n ?? 0) > 0) throw new ProblemError('REP_HAS_OPEN_WORK', { extra: { openItems: open?.n } })
}

async function mustRead(db: TenantWriter, id: string): Promise<RepRow> {
  const row = await repById(db, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  return row
}

/** Imports: a row with a known key of its source changes that rep, any other makes one. */
export async function saveRep(
  db: TenantWriter,
  now: number,
  actor: Actor,
  input: RepInput & { readonly name: string },
): Promise<{ rep: RepRow; created: boolean }> {
  if (input.externalId != null) {
    const [known] = await db.query<{ id: string }>(
      'select id from rep where tenant_id = $1 and external_id = $2',
      [db.tenantId, input.externalId],
    )
    if (known !== undefined)
      return { rep: await changeRep(db, now, actor, known.id, null, input), created: false }
  }
  return { rep: await createRep(db, now, actor, input), created: true }
}
