import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { addProblemSentences } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

addProblemSentences({
  POLICY_INVALID: () => m.problem_policy_invalid(),
  POLICY_UNCHANGED: () => m.problem_policy_unchanged(),
})

export type Policy = paths['/api/v1/policy']['get']['responses']['200']['content']['application/json']
export type PolicyVersion =
  paths['/api/v1/policy/versions']['get']['responses']['200']['content']['application/json']['items'][number]
export type PolicyProblem =
  paths['/api/v1/policy/validate']['post']['responses']['200']['content']['application/json']['problems'][number]
export type Document = Policy['document']

export const policyQuery = { queryKey: ['policy'], queryFn: () => unwrap(api.GET('/api/v1/policy')) }
export const versionsQuery = {
  queryKey: ['policy', 'versions'],
  queryFn: () => unwrap(api.GET('/api/v1/policy/versions', { params: { query: { limit: 50 } } })),
}
export const versionQuery = (version: number) => ({
  queryKey: ['policy', 'version', version],
  queryFn: () => unwrap(api.GET('/api/v1/policy/versions/{version}', { params: { path: { version } } })),
  staleTime: Number.POSITIVE_INFINITY,
})
export const presetsQuery = {
  queryKey: ['policy', 'presets'],
  queryFn: () => unwrap(api.GET('/api/v1/policy/presets')),
}
/** Names of those who published; without the permission the list is simply not asked for. */
export const membersQuery = {
  queryKey: ['member'],
  queryFn: () => unwrap(api.GET('/api/v1/members', { params: { query: { limit: 100 } } })),
}

export const saveDraft = (policy: Policy, document: Document) =>
  unwrap(
    api.PUT('/api/v1/policy', {
      body: document,
      headers: { 'if-match': policy.draft?.etag ?? `"v${policy.version}"` },
    }),
  )
export const checkDocument = (document: Document) =>
  unwrap(api.POST('/api/v1/policy/validate', { body: document }))
export const discardDraft = () => unwrap(api.DELETE('/api/v1/policy/draft'))
export const publishDraft = (note: string) =>
  unwrap(api.POST('/api/v1/policy/publish', { body: note ? { note } : {} }))
export const rollBack = (version: number) =>
  unwrap(api.POST('/api/v1/policy/rollback', { body: { version } }))
