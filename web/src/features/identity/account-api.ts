import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type SignedInPlace =
  paths['/api/v1/sessions']['get']['responses']['200']['content']['application/json']['items'][number]
export type Enrolment =
  paths['/api/v1/second-factor']['post']['responses']['200']['content']['application/json']

export const placesQuery = queryOptions({
  queryKey: ['session', 'places'],
  queryFn: () => unwrap(api.GET('/api/v1/sessions')),
})

export const endPlace = (id: string) =>
  unwrap(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }))
export const endOtherPlaces = () => unwrap(api.DELETE('/api/v1/sessions'))
export const changePassword = (body: { current: string; next: string }) =>
  unwrap(api.PUT('/api/v1/password', { body }))
export const beginSecondFactor = (password: string) =>
  unwrap(api.POST('/api/v1/second-factor', { body: { password } }))
export const confirmSecondFactor = (code: string) =>
  unwrap(api.POST('/api/v1/second-factor/confirm', { body: { code } }))
export const removeSecondFactor = (password: string) =>
  unwrap(api.DELETE('/api/v1/second-factor', { body: { password } }))
