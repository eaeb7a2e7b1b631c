import { type ItemTitle, itemTitles, maskContacts } from '../customers/index.ts'
import { repNames } from '../people/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Language } from '../platform/http/index.ts'
import type { NoticeKind } from './kinds.ts'
import type { NoticeCatalogue, Words } from './sentences/catalogue.ts'
import { en } from './sentences/en.ts'
import { zhCN } from './sentences/zh-cn.ts'

export const noticeCatalogues: Readonly<Record<Language, NoticeCatalogue>> = { 'zh-CN': zhCN, en }

/** A notice before it is put into words. */
export interface Facts {
  readonly kind: NoticeKind
  readonly entityKind: string | null
  readonly entityId: string | null
  readonly params: Readonly<Record<string, unknown>>
}

/** What names stand for ids: read once for many notices, so that an erased person's name is gone everywhere. */
export interface Names {
  readonly reps: ReadonlyMap<string, string>
  readonly members: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, ItemTitle>
  readonly timeZone: string
}

export interface Description {
  readonly title: string
  readonly text: string
}

const REP_KEYS = [
  'ownerId',
  'previousOwnerId',
  'repId',
  'fromRepId',
  'toRepId',
  'suggestedRepId',
  'winnerRepId',
] as const
const TIME_KEYS = [
  'dueAt',
  'deadlineAt',
  'recallAt',
  'answerBy',
  'expiresAt',
  'checkpointAt',
  'oldestAt',
] as const

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
const ids = (facts: readonly Facts[], keys: readonly string[]): string[] => [
  ...new Set(
    facts.flatMap(({ params }) => keys.flatMap((key) => (isId(params[key]) ? [String(params[key])] : []))),
  ),
]
const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
/** Which record a notice is about: a task or an offer names the lead it belongs to. */
const recordOf = ({ entityKind, entityId, params }: Facts): string | null =>
  isId(params['itemId'])
    ? String(params['itemId'])
    : entityKind === 'rep' || entityKind === 'pool'
      ? null
      : entityId

/** Four statements for any number of notices. */
export async function readNames(db: TenantReader, facts: readonly Facts[]): Promise<Names> {
  const records = facts.flatMap((one) => recordOf(one) ?? [])
  const members = await db.query<{ id: string; name: string }>(
    'select id, name from member where tenant_id = $1 and id = any($2::uuid[])',
    [db.tenantId, ids(facts, ['actorId'])],
    'notice_member_names',
  )
  const [tenant] = await db.query<{ time_zone: string }>(
    'select time_zone from tenant where id = $1',
    [db.tenantId],
    'notice_tenant',
  )
  return {
    reps: await repNames(db, [
      ...new Set([
        ...ids(facts, REP_KEYS),
        ...facts.flatMap((one) => (one.entityKind === 'rep' && one.entityId !== null ? [one.entityId] : [])),
      ]),
    ]),
    members: new Map(members.map((row) => [row.id, row.name])),
    items: await itemTitles(db, [...new Set(records)]),
    timeZone: tenant?.time_zone ?? 'Asia/Shanghai',
  }
}

/** A notice in words. `timeZone`: the reader's, where it is not the company's. */
export function describe(facts: Facts, names: Names, lang: Language, timeZone?: string): Description {
  const catalogue = noticeCatalogues[lang]
  const { params } = facts
  const record = recordOf(facts)
  const item = record === null ? undefined : names.items.get(record)
  // What somebody wrote is no way around the gate: a card's title goes to whoever has to read the handover first, too.
  const written = (value: unknown): string | undefined => {
    const found = text(value)
    return found !== undefined && item?.unread === true ? maskContacts(found) : found
  }
  const rep = (...keys: readonly string[]): string | undefined =>
    keys.flatMap((key) => names.reps.get(String(params[key])) ?? [])[0]
  const code = (...keys: readonly string[]): string | undefined =>
    keys.flatMap((key) => catalogue.codes[String(params[key])] ?? [])[0]
  // A checkpoint is due before its task is.
  const times = params['checkpoint'] === undefined ? TIME_KEYS : (['since', ...TIME_KEYS] as const)
  const at = times.map((key) => instant(params[key])).find((found) => found !== undefined)
  const load = typeof params['loadHundredths'] === 'number' ? params['loadHundredths'] / 100 : undefined
  const values: Readonly<Record<string, string | undefined>> = {
    item: written(params['title']) ?? written(item?.title) ?? catalogue.untitled,
    noun: catalogue.nouns[item?.kind ?? facts.entityKind ?? 'lead'] ?? catalogue.nouns['lead'],
    owner: rep('ownerId', 'toRepId', 'repId'),
    previous: rep('previousOwnerId', 'fromRepId'),
    rep:
      rep('suggestedRepId', 'toRepId', 'repId') ??
      (facts.entityKind === 'rep' ? names.reps.get(facts.entityId ?? '') : undefined),
    actor: names.members.get(String(params['actorId'])),
    why: catalogue.reasons[String(params['reason'])],
    cause: code('because', 'cause', 'reason', 'clock', 'blocker', 'gauge'),
    outcome: code('outcome'),
    answer: catalogue.codes[String(params['event']).split('.')[1] ?? ''],
    note: written(params['note']),
    version: text(params['version']),
    checkpoint: written(params['checkpoint']),
    behind: text(params['behindPercent']),
    count: text(params['count']),
    red: text(params['red']),
    yellow: text(params['yellow']),
    green: text(params['green']),
    winner: rep('winnerRepId'),
    back: rep('ownerId'),
    waits: params['waits'] === true ? 'yes' : undefined,
    at: at === undefined ? undefined : moment(at, lang, timeZone ?? names.timeZone),
    load: load === undefined ? undefined : String(load),
  }
  const words = wordsOf(values)
  const { title, text: detail } = catalogue.kinds[facts.kind]
  return { title: title(words), text: detail(words) }
}

export function wordsOf(values: Readonly<Record<string, string | number | undefined>>): Words {
  const shown = (key: string): string => String(values[key] ?? '')
  return Object.assign(shown, { has: (key: string) => values[key] !== undefined })
}

function instant(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(parsed) ? undefined : parsed
}

// Formatters cost ~50 µs each and a batch renders hundreds of notices.
const formats = new Map<string, Intl.DateTimeFormat>()
function moment(at: number, lang: Language, timeZone: string): string {
  const key = `${lang} ${timeZone}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(lang, {
      timeZone,
      day: 'numeric',
      minute: '2-digit',
      // As the app writes it: `11月22日 14:30`, `Nov 22, 2:30 PM`.
      ...(lang === 'en'
        ? { month: 'short', hour: 'numeric' }
        : { month: 'long', hour: '2-digit', hourCycle: 'h23' }),
    })
    formats.set(key, format)
  }
  return format.format(at)
}

const PAGES: Readonly<Record<string, string>> = {
  lead: '/leads',
  opportunity: '/opportunities',
  account: '/customers',
}

/** The path of the record in the app; people without the right are told so there. */
export function pathOf(facts: Facts, names: Names): string {
  const record = recordOf(facts)
  const kind = (record === null ? undefined : names.items.get(record)?.kind) ?? facts.entityKind ?? ''
  if (facts.entityKind === 'handover' && facts.entityId !== null) return `/handovers?open=${facts.entityId}`
  if (facts.entityKind === 'task' && facts.entityId !== null) return `/tasks?open=${facts.entityId}`
  const page = PAGES[kind]
  if (page !== undefined && record !== null) return `${page}?open=${record}`
  if (facts.entityKind === 'rep' && facts.entityId !== null) return `/people/${facts.entityId}`
  if (facts.entityKind === 'policy') return '/policy'
  if (facts.entityKind === 'pool') return '/leads?view=pool'
  if (facts.entityKind === 'import') return '/import'
  return '/notifications'
}

/** Contact data of the record a notice is about. */
export function contactOf(facts: Facts, names: Names): Pick<ItemTitle, 'phone' | 'email'> | undefined {
  const record = recordOf(facts)
  return record === null ? undefined : names.items.get(record)
}
