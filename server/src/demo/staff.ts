import { stream } from '@peineng/engine'
import type { Slices } from '../compose.ts'
import { type RoleName, systemActor } from '../identity/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { INDUSTRIES, PRODUCTS, personName, REGIONS } from './cast.ts'

export interface DemoRep {
  readonly id: string
  readonly name: string
  readonly level: 'newcomer' | 'growing' | 'senior'
  readonly region: string
  readonly teamId: string
  readonly index: number
}

const PER_REGION = 8
/** Everybody's name follows from it, so that who signs in can be told without asking the database. */
const SEED = 20_260

/** Five regions of eight: two senior, four growing, two newcomers each; capability tags with what they rest on. */
export async function hireStaff(slices: Slices, db: TenantWriter, now: number): Promise<DemoRep[]> {
  const random = stream(SEED)
  const names = new Set<string>()
  const reps: DemoRep[] = []
  const headquarters = await slices.people.createTeam(db, now, systemActor, {
    name: '销售中心',
    parentId: null,
    gauges: [],
    limits: {},
  })
  for (const region of REGIONS) {
    const team = await slices.people.createTeam(db, now, systemActor, {
      name: `${region.name}区`,
      parentId: headquarters.id,
      gauges: [],
      limits: {},
    })
    for (let place = 0; place < PER_REGION; place++) {
      const index = reps.length
      let name = personName(random)
      while (names.has(name)) name = personName(random)
      names.add(name)
      const level = place < 2 ? 'senior' : place < 6 ? 'growing' : 'newcomer'
      const industry = index % INDUSTRIES.length
      const created = await slices.people.createRep(db, now, systemActor, {
        name,
        teamId: team.id,
        level,
        territories: [region.name],
        industries: [INDUSTRIES[industry] as string],
        // The last one sells one product line only; everybody else sells everything.
        productLines: place === 7 ? [PRODUCTS[industry] as string] : [],
        // Three of eight keep office hours; the others are flexible, so that a demo at night is alive too.
        workingHours: place % 3 === 1 ? 'Mon-Fri 09:00-18:30' : null,
        // Two per region help out: telesales for what is light, the reserve for what is too much.
        roles: place === 6 ? ['rep', 'telesales'] : place === 7 ? ['rep', 'reserve'] : ['rep'],
        weight: level === 'newcomer' ? 60 : 100,
      })
      reps.push({ id: created.id, name, level, region: region.name, teamId: team.id, index })
      await tag(slices, db, now, created.id, industry, level)
    }
  }
  return reps
}

async function tag(
  slices: Slices,
  db: TenantWriter,
  now: number,
  repId: string,
  industry: number,
  level: DemoRep['level'],
): Promise<void> {
  const years = level === 'senior' ? 6 : level === 'growing' ? 3 : 1
  await slices.people.assessTag(db, now, systemActor, repId, {
    family: 'industry',
    tag: INDUSTRIES[industry] as string,
    level: level === 'senior' ? 5 : level === 'growing' ? 3 : 2,
    source: 'history',
    evidence: `${years} 年${INDUSTRIES[industry]}客户成交记录`,
  })
  await slices.people.assessTag(db, now, systemActor, repId, {
    family: industry % 2 === 0 ? 'communication' : 'rhythm',
    tag: ['擅长高层对话', '快刀型', '亲和力强', '长线型'][industry % 4] as string,
    level: 3,
    source: industry % 3 === 0 ? 'callback' : 'manager',
    evidence: industry % 3 === 0 ? '客户回访评分 4.6 / 5（12 次）' : '主管季度评估',
  })
}

export interface DemoLogin {
  readonly email: string
  readonly role: RoleName
  readonly name: string
}

interface DemoPerson extends DemoLogin {
  readonly reaches: 'company' | 'team' | 'own'
}

const PEOPLE: readonly DemoPerson[] = [
  { email: 'owner@demo.peineng', name: '周敏', role: 'owner', reaches: 'company' },
  { email: 'ops@demo.peineng', name: '陈静', role: 'sales_ops', reaches: 'company' },
  { email: 'manager@demo.peineng', name: '赵磊', role: 'region_manager', reaches: 'team' },
  { email: 'rep@demo.peineng', name: personName(stream(SEED)), role: 'rep', reaches: 'own' },
  { email: 'auditor@demo.peineng', name: '孙平', role: 'auditor', reaches: 'company' },
]

export const demoLogins = (): DemoLogin[] => PEOPLE.map(({ email, name, role }) => ({ email, name, role }))

/** One person per kind of user; everybody has the same password, which the caller prints. */
export async function openAccounts(
  slices: Slices,
  tenantId: string,
  reps: readonly DemoRep[],
  password: string,
): Promise<DemoLogin[]> {
  const first = reps[0]
  if (first === undefined) throw new Error('the demo company has no staff')
  for (const { email, name, role, reaches } of PEOPLE)
    await slices.identity.createMember({
      tenantId,
      password,
      email,
      name,
      role,
      teamId: reaches === 'company' ? null : first.teamId,
      repId: reaches === 'own' ? first.id : null,
    })
  return demoLogins()
}
