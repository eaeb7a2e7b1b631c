import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { TenantReader } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  cutPage,
  decodeCursor,
  pageOf,
  pageQuery,
  principalOf,
  reachOf,
} from '../../platform/http/index.ts'
import type { Customers } from '../create-customers.ts'
import { readLead } from '../leads/store.ts'
import { maskContacts } from '../normalise/mask-text.ts'
import { recordKinds } from '../records/kinds.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { readRecord } from '../records/store.ts'
import { contactHidden, type Held, heldOf, type Visibility, visibilityOf } from '../visibility.ts'
import { readTimeline } from './read-timeline.ts'

const person = z.object({ id: z.uuid(), name: z.string() }).nullable()
const timelineEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  what: z.enum(['activity', 'ownership']),
  kind: z.string().describe('kind of activity, or cause of the change of hands'),
  rep: person,
  fromRep: person,
  state: z.string().nullable(),
  poolId: z.string().nullable(),
  decisionId: z.string().nullable(),
  actorId: z.string().nullable(),
  text: z.string().nullable(),
  reached: z.boolean().nullable(),
  nextStep: z.string().nullable(),
  nextStepAt: z.string().nullable(),
})

interface Subject {
  readonly path: string
  readonly name: string
  readonly noun: string
  readonly permission: string
  /** null = the caller may not see it at all. */
  readonly seen: (
    db: TenantReader,
    visibility: Visibility,
    id: string,
  ) => Promise<
    ({ readonly [K in keyof Held]?: Held[K] | undefined } & { readonly hiddenHere?: boolean }) | null
  >
}

const lead: Subject = {
  path: 'leads',
  name: 'Lead',
  noun: 'a lead',
  permission: 'leads.read',
  seen: readLead,
}

const subjectOf = (kind: RecordKind, name: string, noun: string): Subject => ({
  path: kind.plural,
  name,
  noun,
  permission: kind.readPermission,
  seen: (db, visibility, id) => readRecord(db, kind, visibility, id),
})

/** What happened to whatever has an owner, one route each. */
export function timelineRoutes(base: App, customers: Customers): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database } = customers.platform
  const { people } = customers
  for (const { path, name, noun, permission, seen } of [
    lead,
    subjectOf(recordKinds.account, 'Account', 'a customer'),
    subjectOf(recordKinds.opportunity, 'Opportunity', 'an opportunity'),
  ])
    app.get(
      `/api/v1/${path}/:id/timeline`,
      {
        config: { permission },
        schema: {
          tags: [path],
          operationId: `get${name}Timeline`,
          summary: `What happened to ${noun}: activities and changes of hands, newest first`,
          params: z.object({ id: z.uuid() }),
          querystring: z.object(pageQuery),
          response: { 200: pageOf(timelineEntry) },
        },
      },
      (request) => {
        const principal = principalOf(request)
        const { cursor, limit } = request.query
        const [at, after] = cursor === undefined ? [] : decodeCursor(cursor, 2)
        return database.read(principal.tenantId, async (db) => {
          const visibility = await visibilityOf(db, people, principal, reachOf(request))
          const item = await seen(db, visibility, request.params.id)
          if (item === null) throw new ProblemError('NOT_FOUND')
          // What people wrote into notes is no way around hidden contact data.
          const hidden = contactHidden(visibility, heldOf(item)) || item.hiddenHere === true
          const shown = (text: string | null) => (hidden && text !== null ? maskContacts(text) : text)
          const before = at === undefined ? null : { at: String(at), id: String(after) }
          const rows = await readTimeline(db, request.params.id, before, limit + 1)
          const { items: page, nextCursor } = cutPage(rows, limit, (last) => [last.sort_key, last.id])
          const names = await people.repNames(db, [
            ...new Set(page.flatMap((row) => [row.repId, row.fromRepId]).filter((id) => id !== null)),
          ])
          const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' })
          return {
            items: page.map(({ sort_key: _, repId, fromRepId, at: when, nextStepAt, ...row }) => ({
              ...row,
              text: shown(row.text),
              nextStep: shown(row.nextStep),
              at: when.toISOString(),
              rep: named(repId),
              fromRep: named(fromRepId),
              nextStepAt: nextStepAt?.toISOString() ?? null,
            })),
            nextCursor,
          }
        })
      },
    )
}
