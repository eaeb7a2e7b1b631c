import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticeCatalogues, wordsOf } from './describe.ts'
import { messagesOf } from './messages-of.ts'
import { isSilent, silentEvents } from './silent-events.ts'

const source = join(import.meta.dirname, '..')
const KINDS = ['lead', 'opportunity', 'account', 'task']
/** What a hole of a type may hold, where the source does not say it in the same line. */
const HOLES: Readonly<Record<string, readonly string[]>> = {
  'placement.state': ['owned', 'pooled', 'waiting', 'offered'],
  state: ['pooled', 'waiting'],
  'one.kind': ['deadline_near', 'checkpoint_due', 'behind_plan', 'overdue'],
  'kind.name': ['account', 'contact', 'opportunity', 'product'],
  verb: ['created', 'updated', 'archived', 'restored'],
  'end.answer': ['declined', 'expired', 'withdrawn'],
  to: ['done', 'blocked', 'review', 'cancelled'],
}

/** Texts of the same form that are something else. */
const NO_EVENTS = new Set(['blocker.code', 'policy.rolled_back', 'data.export', 'data.erase'])

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/test|demo/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](demo|cli)[\\/]/.test(file))
}

/** Every type that stands where an event's type stands, holes filled. */
function announcedTypes(): Map<string, string> {
  const found = new Map<string, string>()
  for (const file of filesIn(source)) {
    const text = readFileSync(file, 'utf8')
    if (!/\bannounce(Task)?\(|OutboxEvent|noteChange\(/.test(text)) continue
    for (const line of text.split('\n')) {
      if (
        /\/api\/|import |permission|\* /.test(line) ||
        (/action: /.test(line) && !/noteChange\(/.test(text))
      )
        continue
      for (const [, , type = ''] of line.matchAll(
        /(['`])((?:[a-z_]+|\$\{[\w.]+\})\.(?:[a-z_]+|\$\{[\w.]+\}))\1/g,
      ))
        for (const one of filled(type, /type/.test(line))) if (!NO_EVENTS.has(one)) found.set(one, file)
    }
  }
  return found
}

function filled(type: string, sure: boolean): string[] {
  const hole = /\$\{([A-Za-z.]+)\}/.exec(type)
  if (hole === null) return [type]
  const [whole, name = ''] = hole
  const values = HOLES[name] ?? (/kind$/.test(name) ? KINDS : null)
  if (values === null && sure) throw new Error(`no test knows what ${whole} may hold in ${type}`)
  return (values ?? []).flatMap((value) => filled(type.replace(whole, value), sure))
}

const event = (type: string) => {
  const id = '00000000-0000-7000-8000-000000000001'
  return {
    id,
    type,
    entityKind: type.split('.')[0] ?? '',
    entityId: id,
    actorId: id,
    createdAt: new Date(0),
    payload: {
      ownerId: id,
      repId: id,
      previousOwnerId: '00000000-0000-7000-8000-000000000002',
      reason: 'WAITING_FOR_MANAGER',
      recipientRepIds: [id],
    },
  } as unknown as Parameters<typeof messagesOf>[0]
}

describe('whatever is announced', () => {
  const announced = announcedTypes()

  it('is found in the source', () => {
    for (const type of [
      'lead.owned',
      'lead.offered',
      'offer.made',
      'offer.expired',
      'task.review',
      'task.overdue',
    ])
      expect([...announced.keys()]).toContain(type)
    expect(announced.size).toBeGreaterThan(50)
  })

  it('is told in words, or deliberately not', () => {
    const forgotten = [...announced].filter(
      ([type]) => messagesOf(event(type)).length === 0 && !isSilent(type),
    )
    expect(forgotten).toEqual([])
    const both = Object.keys(silentEvents).filter((type) => messagesOf(event(type)).length > 0)
    expect(both).toEqual([])
  })

  it('has a line to read in both languages, also where the event tells little', () => {
    for (const type of announced.keys())
      for (const { kind } of messagesOf(event(type)))
        for (const catalogue of Object.values(noticeCatalogues)) {
          const { title, text } = catalogue.kinds[kind]
          expect(title(wordsOf({ item: 'X', noun: 'lead' })).trim()).not.toBe('')
          expect(text(wordsOf({}))).not.toContain('undefined')
        }
  })
})
