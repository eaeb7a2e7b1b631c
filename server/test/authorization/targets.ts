import { tableOf, trainModel } from '@peineng/engine/learning'
import { insertView } from '../../src/customers/views/store.ts'
import { uuidv7 } from '../../src/platform/ids.ts'
import type { Place, World } from './world.ts'

/** Something a call is about. `id` goes into the path; the rest is there for bodies. */
export interface Target {
  readonly id: string
  readonly version?: number
  readonly [more: string]: unknown
}

type Answer = Record<string, unknown> & { id: string; version: number }

export async function post(world: World, place: Place, url: string, body: unknown): Promise<Answer> {
  const answer = await world.test.call<Answer>(place.tenant.keys.admin, 'POST', `/api/v1${url}`, body)
  if (answer.status >= 300)
    throw new Error(
      `the world could not be made: POST ${url} ${answer.status} ${JSON.stringify(answer.body)}`,
    )
  return answer.body
}

export async function get(world: World, place: Place, url: string): Promise<Answer> {
  const answer = await world.test.call<Answer>(place.tenant.keys.admin, 'GET', `/api/v1${url}`)
  if (answer.status >= 300) throw new Error(`the world could not be read: GET ${url} ${answer.status}`)
  return answer.body
}

export const unique = (world: World): string => uuidv7(world.test.clock.now()).replaceAll('-', '').slice(-20)
let days = 0
/** A day nobody else has: leave must not overlap. */
export function freshDay(): { day: string; startsAt: string; endsAt: string } {
  days += 1
  const day = new Date(Date.UTC(2028, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
  return { day, startsAt: `${day}T00:00:00Z`, endsAt: `${day}T23:00:00Z` }
}
const span = (): { startsAt: string; endsAt: string } => {
  const { startsAt, endsAt } = freshDay()
  return { startsAt, endsAt }
}

type Maker = (world: World, place: Place) => Promise<Target>

const lead: Maker = async (world, place) => {
  const name = `Lead ${unique(world)}`
  const made = await post(world, place, '/leads', { name, company: name })
  const owner = made['owner'] as { id: string } | null
  // The engine may have chosen the very rep this lead is for.
  const given =
    owner?.id === place.repId
      ? made
      : await post(world, place, `/leads/${made.id}/override`, { repId: place.repId, reason: 'the matrix' })
  const { version } = await get(world, place, `/leads/${made.id}`)
  return { id: made.id, version, decisionId: given['decisionId'] }
}

const rep: Maker = (world, place) =>
  post(world, place, '/reps', { name: `Rep ${unique(world)}`, teamId: place.teamId })

const member: Maker = async (world, place) => {
  const { memberId } = await world.addPerson(place.tenant, 'rep', place.teamId)
  return { id: memberId, version: 1 }
}

const account: Maker = (world, place) =>
  post(world, place, '/accounts', { name: `Account ${unique(world)}`, ownerId: place.repId })

/** A file as a browser sends it. */
export function upload(): { payload: string; contentType: string } {
  const boundary = 'the-matrix'
  const part = `Content-Disposition: form-data; name="file"; filename="leads.csv"\r\nContent-Type: text/csv`
  const rows = 'name,company,phone\n张三,配能,13800138000\n'
  return {
    payload: `--${boundary}\r\n${part}\r\n\r\n${rows}\r\n--${boundary}--\r\n`,
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}

/** A checklist the rep of this place writes or reads; the other side is a colleague in the same team. */
async function handover(world: World, place: Place, side: 'from' | 'to'): Promise<Target> {
  const other = await rep(world, place)
  const id = uuidv7(world.test.clock.now())
  const [giver, receiver] = side === 'from' ? [place.repId, other.id] : [other.id, place.repId]
  await world.test.platform.database.write(place.tenant.id, (db) =>
    db.query(
      `insert into handover (tenant_id, id, subject_id, from_rep_id, to_rep_id, cause, state, writer, template, requested_at,
         due_at) values ($1, $2, $2, $3, $4, 'overridden', $5, 'owner', '[]', $6, $6)`,
      [
        place.tenant.id,
        id,
        giver,
        receiver,
        side === 'from' ? 'requested' : 'submitted',
        new Date(world.test.clock.now()),
      ],
    ),
  )
  return { id, version: 1 }
}

const importOf: Maker = async (world, place) => {
  const { payload, contentType } = upload()
  const answer = await world.test.app.inject({
    method: 'POST',
    url: '/api/v1/imports?kind=leads',
    headers: { authorization: `Bearer ${place.tenant.keys.admin}`, 'content-type': contentType },
    payload,
  })
  if (answer.statusCode !== 201) throw new Error(`the world could not be made: an import ${answer.body}`)
  return answer.json<Target>()
}

const openPool = (world: World, place: Place, terms: object = {}): Promise<Answer> =>
  post(world, place, '/pools', { name: `Pool ${unique(world)}`, ...terms })

/** A lead that lies in a pool of its own. */
const pooled =
  (mode: string): Maker =>
  async (world, place) => {
    const { id: poolId } = await openPool(world, place, { mode })
    const made = await lead(world, place)
    await post(world, place, `/pools/${poolId}/items`, { itemIds: [made.id], reason: 'too_busy' })
    return { id: made.id, itemId: made.id, poolId }
  }

/** A new one of each kind, standing at a place. Every kind an operation of the API is about has its maker here. */
export const makers = {
  lead,
  decision: async (world, place) => ({ id: String((await lead(world, place))['decisionId']) }),
  account,
  contact: async (world, place) =>
    post(world, place, '/contacts', {
      name: `Contact ${unique(world)}`,
      accountId: (await account(world, place)).id,
    }),
  opportunity: (world, place) =>
    post(world, place, '/opportunities', { name: `Opportunity ${unique(world)}`, ownerId: place.repId }),
  /** Somebody's at the place, so that reach decides. */
  task: async (world, place) => {
    const made = await post(world, place, '/tasks', {
      title: `Task ${unique(world)}`,
      standard: 'seen by the matrix',
      dueAt: new Date(world.test.clock.now() + 864e6).toISOString(),
      ownerId: place.repId,
    })
    return { ...made, checkpointId: (made['checkpoints'] as { id: string }[])[0]?.id ?? '' }
  },
  rep,
  /** The caller's own rep, or the one that stands at the place: for reading. */
  'rep at place': async (_, place) => ({ id: place.repId }),
  'rep with an offer': async (world, place) => {
    const { id, decisionId } = await lead(world, place)
    await world.test.platform.database.write(place.tenant.id, (db) =>
      db.query(
        `insert into offer (tenant_id, id, item_id, rep_id, decision_id, round, made_at, until, queue, turn_thousandths)
         values ($1, $2, $3, $4, $5, 1, $6, $6, '*', 1000)`,
        [
          place.tenant.id,
          uuidv7(world.test.clock.now()),
          id,
          place.repId,
          decisionId,
          new Date(world.test.clock.now()),
        ],
      ),
    )
    return { id: place.repId }
  },
  /** About this one rep: an administrator's own would be about everybody. */
  plan: async (world, place) => {
    const { id } = await post(world, place, '/plans', { kind: 'redistribute', repId: place.repId })
    await world.test.platform.database.write(place.tenant.id, (db) =>
      db.query('update plan set rep_ids = array[$2::uuid], within_rep_ids = array[$2::uuid] where id = $1', [
        id,
        place.repId,
      ]),
    )
    return { id }
  },
  'rep tag': async (world, place) => {
    const made = await rep(world, place)
    const tag = { family: 'tools', tag: 'CRM', level: 3, source: 'manager', evidence: 'seen at work' }
    return { id: made.id, tagId: (await post(world, place, `/reps/${made.id}/tags`, tag)).id }
  },
  leave: (world, place) => post(world, place, '/leaves', { repId: place.repId, ...span() }),
  'duty shift': (world, place) => post(world, place, '/duty-shifts', { repId: place.repId, ...span() }),
  team: (world, place) =>
    post(world, place, '/teams', { name: `Team ${unique(world)}`, parentId: place.teamId }),
  member,
  'member at place': async (_, place) => ({ id: place.person.memberId, version: 1 }),
  trigger: async (world, place) => {
    const about = await lead(world, place)
    const id = uuidv7(world.test.clock.now())
    await world.test.platform.database.write(place.tenant.id, (db) =>
      db.query(
        `insert into trigger_prompt (tenant_id, id, at, item_id, item_kind, cause, from_rep_id, audience, expires_at)
         values ($1, $2, $3, $4, 'lead', 'no_progress', $5, 'owner', $3::timestamptz + interval '9 days')`,
        [place.tenant.id, id, new Date(world.test.clock.now()), about.id, place.repId],
      ),
    )
    return { id }
  },
  session: async (world, place) => {
    const token = await world.test.slices.identity.openSession({
      loginId: place.person.loginId,
      tenantId: place.tenant.id,
    })
    const { rows } = await world.test.platform.database.dispatcher.query<{ id: string }>(
      "select id from login_session where token_hash = sha256(convert_to($1, 'UTF8'))",
      [token],
    )
    return { id: rows[0]?.id ?? '' }
  },
  'saved view': async (world, place) => {
    const id = uuidv7(world.test.clock.now())
    const view = {
      id,
      memberId: place.person.memberId,
      screen: 'leads',
      name: 'x',
      search: {},
      shared: false,
    }
    await world.test.platform.database.write(place.tenant.id, (db) =>
      insertView(db, view, 1_000, world.test.clock.now()),
    )
    return { id }
  },
  territory: (world, place) =>
    post(world, place, '/territories', { name: `City ${unique(world)}`, kind: 'city' }),
  'product line': (world, place) => post(world, place, '/product-lines', { name: `Line ${unique(world)}` }),
  product: (world, place) => post(world, place, '/products', { name: `Product ${unique(world)}` }),
  form: (world, place) => post(world, place, '/forms', { name: `Form ${unique(world)}` }),
  channel: (world, place) =>
    post(world, place, '/channels', {
      vendor: 'wecom',
      name: `Robot ${unique(world)}`,
      address: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${unique(world)}`,
    }),
  webhook: (world, place) => post(world, place, '/webhooks', { url: `https://example.com/${unique(world)}` }),
  delivery: async (world, place) => {
    const { id: webhookId } = await post(world, place, '/webhooks', {
      url: `https://example.com/${unique(world)}`,
    })
    await post(world, place, `/webhooks/${webhookId}/test`, undefined)
    const [made] = (await get(world, place, `/deliveries?targetId=${webhookId}`))['items'] as { id: string }[]
    return { id: made?.id ?? '' }
  },
  'push subscription': async (world, place) => {
    const id = uuidv7(world.test.clock.now())
    await world.test.platform.database.write(place.tenant.id, (db) =>
      db.query(
        `insert into push_subscription (tenant_id, id, member_id, endpoint, p256dh, auth, created_at)
         values ($1, $2, $3, $4, 'key', 'auth', now())`,
        [place.tenant.id, id, place.person.memberId, `https://push.example.com/${id}`],
      ),
    )
    return { id }
  },
  attribute: (world, place) => post(world, place, '/attributes', { key: `k${unique(world)}`, type: 'text' }),
  invitation: (world, place) => post(world, place, '/invitations', { role: 'rep' }),
  'api key': (world, place) => post(world, place, '/api-keys', { name: 'a key', role: 'auditor' }),
  holiday: async (world, place) => {
    const { day } = freshDay()
    const put = await world.test.call(place.tenant.keys.admin, 'PUT', `/api/v1/calendar/days/${day}`, {
      kind: 'off',
    })
    if (put.status !== 200) throw new Error(`the world could not be made: a holiday ${put.status}`)
    return { id: day }
  },
  import: importOf,
  'open pool': (world, place) => openPool(world, place),
  'pool of a team': (world, place) => openPool(world, place, { members: { teamIds: [place.teamId] } }),
  'pooled lead': pooled('first_come'),
  'lead to grab': pooled('sealed'),
  'win model': async (world, place) => {
    const id = uuidv7(world.test.clock.now())
    const document = trainModel({ table: tableOf(['outcome'], [[]]), label: 'outcome' })
    await world.test.platform.database.write(place.tenant.id, (db) =>
      db.query(
        `insert into win_model (tenant_id, id, number, document, hash, verdict, passed, outcomes, trained_at, cause)
         select $1, $2, count(*) + 1, $3, $4, 'USED', true, 0, $5, 'asked' from win_model where tenant_id = $1`,
        [place.tenant.id, id, JSON.stringify(document), unique(world), new Date(world.test.clock.now())],
      ),
    )
    return { id }
  },
  'capability proposal': async (world, place) => {
    const id = uuidv7(world.test.clock.now())
    await world.test.platform.database.write(place.tenant.id, (db) =>
      db.query(
        `insert into capability_proposal (tenant_id, id, rep_id, kind, subject, family, proposed, evidence, made_at)
         values ($1, $2, $3, 'tag', $4, 'industry', 3,
           '{"outcomes":9,"wins":6,"rate":0.6,"low":0.5,"high":0.7,"teamRate":0.3,"lastAt":null}', $5)`,
        [place.tenant.id, id, place.repId, unique(world), new Date(world.test.clock.now())],
      ),
    )
    return { id }
  },
  draft: async (world, place) => {
    const { document } = await get(world, place, '/policy')
    const put = await world.test.call(
      place.tenant.keys.admin,
      'PUT',
      '/api/v1/policy',
      { ...(document as object), name: `Policy ${unique(world)}` },
      { 'if-match': '*' },
    )
    if (put.status >= 300)
      throw new Error(`the world could not be made: a draft ${put.status} ${JSON.stringify(put.body)}`)
    return { id: 'draft' }
  },
  'handover to write': (world, place) => handover(world, place, 'from'),
  'handover to read': (world, place) => handover(world, place, 'to'),
} as const satisfies Record<string, Maker>

export type Kind = keyof typeof makers
