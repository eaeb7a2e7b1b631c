import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { Language } from '../../platform/http/index.ts'

export const robotVendors = ['wecom', 'dingtalk', 'feishu'] as const
export type RobotVendor = (typeof robotVendors)[number]

export interface RobotRow extends Record<string, unknown> {
  readonly id: string
  readonly vendor: RobotVendor
  readonly name: string
  readonly hint: string
  readonly signed: boolean
  readonly language: Language
  readonly kinds: readonly string[]
  readonly teamId: string | null
  readonly showsContacts: boolean
  readonly enabled: boolean
  readonly createdAt: Date
  readonly version: number
}

/** With what is needed to write to it; never leaves the server. */
export interface RobotSecrets extends RobotRow {
  readonly address: Buffer
  readonly signingSecret: Buffer | null
}

const COLUMNS = `id, vendor, name, hint, signing_secret is not null as signed, language, kinds, team_id as "teamId",
  shows_contacts as "showsContacts", enabled, created_at as "createdAt", version`

export async function listRobots(db: TenantReader): Promise<RobotRow[]> {
  return db.query<RobotRow>(
    `select ${COLUMNS} from robot where tenant_id = $1 order by created_at, id`,
    [db.tenantId],
    'robot_list',
  )
}

export async function readRobot(db: TenantReader, id: string): Promise<RobotRow | null> {
  const [row] = await db.query<RobotRow>(`select ${COLUMNS} from robot where tenant_id = $1 and id = $2`, [
    db.tenantId,
    id,
  ])
  return row ?? null
}

export async function readRobotSecrets(db: TenantReader, id: string): Promise<RobotSecrets | null> {
  const [row] = await db.query<RobotSecrets>(
    `select ${COLUMNS}, address, signing_secret as "signingSecret" from robot where tenant_id = $1 and id = $2`,
    [db.tenantId, id],
    'robot_secrets',
  )
  return row ?? null
}

export interface RobotValues {
  readonly name?: string
  readonly hint?: string
  readonly address?: Buffer
  readonly signingSecret?: Buffer | null
  readonly language?: Language
  readonly kinds?: readonly string[]
  readonly teamId?: string | null
  readonly showsContacts?: boolean
  readonly enabled?: boolean
}

const NAMES: Readonly<Record<keyof RobotValues, string>> = {
  name: 'name',
  hint: 'hint',
  address: 'address',
  signingSecret: 'signing_secret',
  language: 'language',
  kinds: 'kinds',
  teamId: 'team_id',
  showsContacts: 'shows_contacts',
  enabled: 'enabled',
}

export async function insertRobot(
  db: TenantWriter,
  robot: Required<RobotValues> & {
    readonly id: string
    readonly vendor: RobotVendor
    readonly createdAt: Date
    readonly createdBy: string
  },
): Promise<void> {
  await db.query(
    `insert into robot (tenant_id, id, vendor, name, hint, address, signing_secret, language, kinds, team_id,
       shows_contacts, enabled, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      db.tenantId,
      robot.id,
      robot.vendor,
      robot.name,
      robot.hint,
      robot.address,
      robot.signingSecret,
      robot.language,
      robot.kinds,
      robot.teamId,
      robot.showsContacts,
      robot.enabled,
      robot.createdAt,
      robot.createdBy,
    ],
  )
}

/** false = there is none, or not in this version. */
export async function updateRobot(
  db: TenantWriter,
  id: string,
  version: number,
  values: RobotValues,
): Promise<boolean> {
  const entries = Object.entries(values) as [keyof RobotValues, unknown][]
  const rows = await db.query(
    `update robot set version = version + 1${entries.map(([key], i) => `, ${NAMES[key]} = $${i + 4}`).join('')}
     where tenant_id = $1 and id = $2 and version = $3 returning 1 as one`,
    [db.tenantId, id, version, ...entries.map(([, value]) => value)],
  )
  return rows.length > 0
}

export async function deleteRobot(db: TenantWriter, id: string): Promise<boolean> {
  const rows = await db.query('delete from robot where tenant_id = $1 and id = $2 returning 1 as one', [
    db.tenantId,
    id,
  ])
  return rows.length > 0
}
