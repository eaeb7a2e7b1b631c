import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

type Answer<Path extends keyof paths, Method extends 'get' | 'post' | 'put'> =
  paths[Path] extends Record<Method, { responses: { 200: { content: { 'application/json': infer Given } } } }>
    ? Given
    : never
export type Notice = Answer<'/api/v1/notifications', 'get'>['items'][number]
export type Preferences = Answer<'/api/v1/notification-preferences', 'get'>
export type KindSetting = Preferences['kinds'][number]
export type Kind = KindSetting['kind']
export type PersonalChannel = KindSetting['channels'][number]
type PreferenceBody = NonNullable<
  paths['/api/v1/notification-preferences']['put']['requestBody']
>['content']['application/json']

const PAGE = 30

/** The number on the bell, and the newest of what is unread for a pop-up in the page. */
export const unreadQuery = {
  queryKey: ['notice', 'unread'],
  queryFn: () =>
    unwrap(api.GET('/api/v1/notifications', { params: { query: { unread: 'true', limit: 1 } } })),
}
export const noticesQuery = (unread: boolean) => ({
  queryKey: ['notice', 'list', unread],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
    unwrap(
      api.GET('/api/v1/notifications', {
        params: {
          query: {
            limit: PAGE,
            ...(unread ? { unread: 'true' as const } : {}),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
        },
      }),
    ),
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
})
export const groupQuery = (group: string) => ({
  queryKey: ['notice', 'group', group],
  queryFn: () => unwrap(api.GET('/api/v1/notifications', { params: { query: { group, limit: 50 } } })),
})
export const mark = (body: { ids?: string[]; groups?: string[]; all?: boolean; read?: boolean }) =>
  unwrap(api.POST('/api/v1/notifications/mark', { body }))

export const preferencesQuery = {
  queryKey: ['notification-preference'],
  queryFn: () => unwrap(api.GET('/api/v1/notification-preferences')),
}
export const savePreferences = (body: PreferenceBody) =>
  unwrap(api.PUT('/api/v1/notification-preferences', { body }))
export const saveBrowser = (body: { endpoint: string; keys: { p256dh: string; auth: string } }) =>
  unwrap(api.POST('/api/v1/push-subscriptions', { body }))
export const removeBrowser = (id: string) =>
  unwrap(api.DELETE('/api/v1/push-subscriptions/{id}', { params: { path: { id } } }))
