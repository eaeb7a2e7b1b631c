import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { addProblemSentences } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

addProblemSentences({
  LAST_OWNER: () => m.problem_last_owner(),
  FORM_CLOSED: () => m.problem_form_closed(),
  UNKNOWN_ATTRIBUTE: () => m.problem_unknown_attribute(),
})

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody?: { content: { 'application/json': infer Given } } }
}
  ? Given
  : never
export type Member =
  paths['/api/v1/members']['get']['responses']['200']['content']['application/json']['items'][number]
export type Role = Member['role']
export type Company = paths['/api/v1/company']['get']['responses']['200']['content']['application/json']
export type NewKey = Body<'/api/v1/api-keys'>
export type NewInvitation = Body<'/api/v1/invitations'>
export type NewAttribute = Body<'/api/v1/attributes'>
export type Attribute =
  paths['/api/v1/attributes']['get']['responses']['200']['content']['application/json']['items'][number]

const version = (value: number) => ({ 'if-match': `"${value}"` })

export const companyQuery = { queryKey: ['company'], queryFn: () => unwrap(api.GET('/api/v1/company')) }
export const changeCompany = (body: { name?: string; timeZone?: string }) =>
  unwrap(api.PATCH('/api/v1/company', { body }))

export const membersQuery = {
  queryKey: ['member'],
  queryFn: () => unwrap(api.GET('/api/v1/members', { params: { query: { limit: 100 } } })),
}
export const changeMember = (member: Member, body: { role?: Role; status?: Member['status'] }) =>
  unwrap(
    api.PATCH('/api/v1/members/{id}', {
      params: { path: { id: member.id } },
      body,
      headers: version(member.version),
    }),
  )
export const invitationsQuery = {
  queryKey: ['invitation'],
  queryFn: () => unwrap(api.GET('/api/v1/invitations')),
}
export const invite = (body: NewInvitation) => unwrap(api.POST('/api/v1/invitations', { body }))
export const withdraw = (id: string) =>
  unwrap(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } }))

export const keysQuery = { queryKey: ['api-key'], queryFn: () => unwrap(api.GET('/api/v1/api-keys')) }
export const createKey = (body: NewKey) => unwrap(api.POST('/api/v1/api-keys', { body }))
export const revokeKey = (id: string) =>
  unwrap(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }))

export const calendarQuery = (year: number) => ({
  queryKey: ['calendar', year],
  queryFn: () => unwrap(api.GET('/api/v1/calendar/{year}', { params: { path: { year } } })),
})
export const confirmYear = (year: number, confirmed: boolean) =>
  unwrap(api.PUT('/api/v1/calendar/{year}/confirmation', { params: { path: { year } }, body: { confirmed } }))
export const setDay = (day: string, body: { kind: 'off' | 'work'; name?: string }) =>
  unwrap(api.PUT('/api/v1/calendar/days/{day}', { params: { path: { day } }, body }))
export const clearDay = (day: string) =>
  unwrap(api.DELETE('/api/v1/calendar/days/{day}', { params: { path: { day } } }))

export const attributesQuery = {
  queryKey: ['attribute'],
  queryFn: () => unwrap(api.GET('/api/v1/attributes')),
}
export const createAttribute = (body: NewAttribute) => unwrap(api.POST('/api/v1/attributes', { body }))
export const archiveAttribute = (attribute: Attribute, archived: boolean) =>
  unwrap(
    api.PATCH('/api/v1/attributes/{id}', {
      params: { path: { id: attribute.id } },
      body: { archived },
      headers: version(attribute.version),
    }),
  )
