import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type Noun = 'account' | 'opportunity'
type Body<Path extends keyof paths, Verb extends 'post' | 'patch'> = paths[Path] extends {
  [V in Verb]: { requestBody: { content: { 'application/json': infer Json } } }
}
  ? Json
  : never
export type RecordBody = Record<string, string | number | readonly string[] | null>
export type DealOutcome = 'won' | 'lost' | 'invalid'

const of = (id: string) => ({ params: { path: { id } } })
const match = (id: string, version: number) => ({ ...of(id), headers: { 'if-match': `"${version}"` } })
const recent = (id: string) => ({ params: { path: { id }, query: { limit: 50 } } })

/** The same calls on either kind of record; the bodies' fields are what `record-fields.ts` offers for the kind. */
export const recordCalls = {
  account: {
    timeline: (id: string) => unwrap(api.GET('/api/v1/accounts/{id}/timeline', recent(id))),
    create: (body: RecordBody & { name: string }) =>
      unwrap(api.POST('/api/v1/accounts', { body: body as Body<'/api/v1/accounts', 'post'> })),
    edit: (id: string, version: number, body: RecordBody) =>
      unwrap(
        api.PATCH('/api/v1/accounts/{id}', {
          ...match(id, version),
          body: body as Body<'/api/v1/accounts/{id}', 'patch'>,
        }),
      ),
    read: (id: string) => unwrap(api.GET('/api/v1/accounts/{id}', of(id))),
    release: (id: string, reason: string) =>
      unwrap(api.POST('/api/v1/accounts/{id}/release', { ...of(id), body: { reason } })),
    override: (id: string, body: { repId: string; reason: string }) =>
      unwrap(api.POST('/api/v1/accounts/{id}/override', { ...of(id), body })),
  },
  opportunity: {
    timeline: (id: string) => unwrap(api.GET('/api/v1/opportunities/{id}/timeline', recent(id))),
    create: (body: RecordBody & { name: string }) =>
      unwrap(api.POST('/api/v1/opportunities', { body: body as Body<'/api/v1/opportunities', 'post'> })),
    edit: (id: string, version: number, body: RecordBody) =>
      unwrap(
        api.PATCH('/api/v1/opportunities/{id}', {
          ...match(id, version),
          body: body as Body<'/api/v1/opportunities/{id}', 'patch'>,
        }),
      ),
    read: (id: string) => unwrap(api.GET('/api/v1/opportunities/{id}', of(id))),
    release: (id: string, reason: string) =>
      unwrap(api.POST('/api/v1/opportunities/{id}/release', { ...of(id), body: { reason } })),
    override: (id: string, body: { repId: string; reason: string }) =>
      unwrap(api.POST('/api/v1/opportunities/{id}/override', { ...of(id), body })),
  },
} as const

export const closeDeal = (id: string, body: { outcome: DealOutcome; reason?: string; amount?: number }) =>
  unwrap(api.POST('/api/v1/opportunities/{id}/close', { ...of(id), body }))

export const recordTimelineQuery = (noun: Noun, id: string) =>
  queryOptions({ queryKey: [noun, 'timeline', id], queryFn: () => recordCalls[noun].timeline(id) })
