import { type RoleName, roleNames } from '../../src/identity/index.ts'
import { hashPassword } from '../../src/identity/passwords.ts'
import { uuidv7 } from '../../src/platform/ids.ts'
import { createTestApp, type TestApp, type TestTenant } from '../test-app.ts'

export const relations = ['own', 'same team', 'other team', 'other tenant'] as const
export type Relation = (typeof relations)[number]

export interface Person {
  readonly memberId: string
  readonly loginId: string
  readonly repId: string
  readonly email: string
  readonly cookie: string
}

/** Where a target stands: whose company, which team, which rep. */
export interface Place {
  readonly tenant: TestTenant
  readonly teamId: string
  readonly repId: string
  /** The member whose rep that is. */
  readonly person: Person
}

export interface World {
  readonly test: TestApp
  /** One member per role, each with a rep of their own in the first team. */
  readonly callers: Readonly<Record<RoleName, Person>>
  readonly home: TestTenant
  readonly away: TestTenant
  place(role: RoleName, relation: Relation): Place
  /** A session of its own, for calls that end theirs. */
  signIn(person: Person): Promise<Person>
  addPerson(tenant: TestTenant, role: RoleName, teamId: string): Promise<Person>
}

export const PASSWORD = 'the password of everybody here'

/** Two companies; in the first, somebody of every role in team 1, a colleague beside them, and one in team 2. */
export async function openWorld(): Promise<World> {
  const test = await createTestApp()
  // Cheap on purpose: this is about who may, not about how hard a password is to guess.
  const passwordHash = await hashPassword(PASSWORD, { n: 1024, r: 8, p: 1 })
  const { database, clock } = test.platform
  let serial = 0

  const addPerson = async (tenant: TestTenant, role: RoleName, teamId: string): Promise<Person> => {
    serial += 1
    const email = `p${serial}@matrix.test`
    await database.dispatcher.query(
      'insert into login (id, email, password_hash, created_at) values ($1, $2, $3, $4)',
      [uuidv7(clock.now()), email, passwordHash, new Date(clock.now())],
    )
    const name = `${role} ${serial}`
    const rep = await database.write(tenant.id, (db) =>
      test.slices.people.createRep(
        db,
        clock.now(),
        { actorKind: 'system', actorId: null },
        {
          name,
          teamId,
          gauges: [{ name: 'load_index', threshold: 1_000_000_000, action: 'pause' }],
        },
      ),
    )
    const repId = rep.id
    const { memberId, loginId } = await test.slices.identity.createMember({
      tenantId: tenant.id,
      name,
      email,
      password: PASSWORD,
      role,
      teamId,
      repId,
    })
    const cookie = await test.slices.identity.openSession({ loginId, tenantId: tenant.id })
    return { memberId, loginId, repId, email, cookie }
  }

  const home = await test.addTenant({ unlimited: true })
  const away = await test.addTenant({ unlimited: true })
  const [near = '', far = ''] = home.teams
  const callers = {} as Record<RoleName, Person>
  for (const role of roleNames) callers[role] = await addPerson(home, role, near)
  const colleague = await addPerson(home, 'rep', near)
  const outsider = await addPerson(home, 'rep', far)
  const stranger = await addPerson(away, 'rep', away.teams[0] ?? '')

  return {
    test,
    callers,
    home,
    away,
    addPerson,
    place(role, relation) {
      if (relation === 'other tenant')
        return { tenant: away, teamId: away.teams[0] ?? '', repId: stranger.repId, person: stranger }
      const person = { own: callers[role], 'same team': colleague, 'other team': outsider }[relation]
      return { tenant: home, teamId: relation === 'other team' ? far : near, repId: person.repId, person }
    },
    signIn: async (person) => ({
      ...person,
      cookie: await test.slices.identity.openSession({
        loginId: person.loginId,
        tenantId: home.id,
      }),
    }),
  }
}
