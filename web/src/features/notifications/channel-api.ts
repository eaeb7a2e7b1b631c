import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type Channels = paths['/api/v1/channels']['get']['responses']['200']['content']['application/json']
export type Channel = Channels['items'][number]
export type NewChannel = NonNullable<
  paths['/api/v1/channels']['post']['requestBody']
>['content']['application/json']
export type Webhooks = paths['/api/v1/webhooks']['get']['responses']['200']['content']['application/json']
export type Webhook = Webhooks['items'][number]
export type NewWebhook = NonNullable<
  paths['/api/v1/webhooks']['post']['requestBody']
>['content']['application/json']
export type Delivery =
  paths['/api/v1/deliveries']['get']['responses']['200']['content']['application/json']['items'][number]

const version = (value: number) => ({ 'if-match': `"${value}"` })
const one = (id: string) => ({ params: { path: { id } } })

export const channelsQuery = { queryKey: ['channel'], queryFn: () => unwrap(api.GET('/api/v1/channels')) }
export const createChannel = (body: NewChannel) => unwrap(api.POST('/api/v1/channels', { body }))
export const changeChannel = (channel: Channel, body: Partial<Omit<NewChannel, 'vendor'>>) =>
  unwrap(api.PATCH('/api/v1/channels/{id}', { ...one(channel.id), body, headers: version(channel.version) }))
export const removeChannel = (id: string) => unwrap(api.DELETE('/api/v1/channels/{id}', one(id)))
export const testChannel = (id: string) => unwrap(api.POST('/api/v1/channels/{id}/test', one(id)))

export const webhooksQuery = { queryKey: ['webhook'], queryFn: () => unwrap(api.GET('/api/v1/webhooks')) }
export const createWebhook = (body: NewWebhook) => unwrap(api.POST('/api/v1/webhooks', { body }))
export const changeWebhook = (webhook: Webhook, body: Partial<NewWebhook>) =>
  unwrap(api.PATCH('/api/v1/webhooks/{id}', { ...one(webhook.id), body, headers: version(webhook.version) }))
export const removeWebhook = (id: string) => unwrap(api.DELETE('/api/v1/webhooks/{id}', one(id)))
export const testWebhook = (id: string) => unwrap(api.POST('/api/v1/webhooks/{id}/test', one(id)))
export const rotateSecret = (id: string) =>
  unwrap(api.POST('/api/v1/webhooks/{id}/rotate', { ...one(id), body: {} }))
export const replay = (id: string, since: string) =>
  unwrap(api.POST('/api/v1/webhooks/{id}/replay', { ...one(id), body: { since } }))

export const deliveriesQuery = (targetId: string) => ({
  queryKey: ['delivery', targetId],
  queryFn: () => unwrap(api.GET('/api/v1/deliveries', { params: { query: { targetId, limit: 20 } } })),
  // Nobody announces what became of a message; whoever looks at the log sees it come in.
  refetchInterval: 3_000,
})
export const retryDelivery = (id: string) => unwrap(api.POST('/api/v1/deliveries/{id}/retry', one(id)))
