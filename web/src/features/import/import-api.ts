import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { networkProblem, readProblem } from '../../api/problem.ts'
import { addProblemSentences } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

addProblemSentences({
  FILE_SUSPICIOUS: () => m.problem_file_suspicious(),
  FILE_TOO_LARGE: () => m.problem_file_too_large(),
  FILE_UNREADABLE: () => m.problem_file_unreadable(),
  IMPORT_NOT_READY: () => m.problem_import_not_ready(),
  UNSUPPORTED_MEDIA_TYPE: () => m.problem_unsupported_media_type(),
})

export type Import = paths['/api/v1/imports/{id}']['get']['responses']['200']['content']['application/json']
export type Column = Import['columns'][number]
export type Mapping = Import['mapping']
export type Report = NonNullable<Import['result']>
export type FormatChange = NonNullable<
  paths['/api/v1/imports/{id}/format']['put']['requestBody']
>['content']['application/json']

const WATCH_MS = 700

export const importQuery = (id: string) => ({
  queryKey: ['import', id],
  queryFn: () => unwrap(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
  // Asked again only while something runs.
  refetchInterval: (query: { state: { data?: Import | undefined } }) =>
    query.state.data?.state === 'working' ? WATCH_MS : (false as const),
})
export const recentImportsQuery = {
  queryKey: ['import', 'recent'],
  queryFn: () => unwrap(api.GET('/api/v1/imports', { params: { query: { limit: 8 } } })),
}
export const importFieldsQuery = (kind: Import['kind']) => ({
  queryKey: ['import', 'fields', kind],
  queryFn: () => unwrap(api.GET('/api/v1/imports/fields', { params: { query: { kind } } })),
  staleTime: Number.POSITIVE_INFINITY,
})
export const attributesQuery = {
  queryKey: ['attribute'],
  queryFn: () => unwrap(api.GET('/api/v1/attributes')),
}
export const importedLeadsQuery = (importId: string) => ({
  queryKey: ['lead', 'count', 'import', importId],
  queryFn: () => unwrap(api.GET('/api/v1/leads/count', { params: { query: { importId } } })),
})

const at = (id: string) => ({ params: { path: { id } } })
export const changeMapping = (id: string, body: Mapping) =>
  unwrap(api.PUT('/api/v1/imports/{id}/mapping', { ...at(id), body }))
export const changeFormat = (id: string, body: FormatChange) =>
  unwrap(api.PUT('/api/v1/imports/{id}/format', { ...at(id), body }))
export const dryRun = (id: string) => unwrap(api.POST('/api/v1/imports/{id}/dry-run', at(id)))
export const startImport = (id: string) => unwrap(api.POST('/api/v1/imports/{id}/start', at(id)))
export const undoImport = (id: string) => unwrap(api.POST('/api/v1/imports/{id}/undo', at(id)))

/** A file of up to 200 MB with progress, which `fetch` cannot tell. */
export function uploadFile(
  file: File,
  kind: Import['kind'],
  language: string,
  onProgress: (share: number) => void,
): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/imports?kind=${kind}`)
    request.setRequestHeader('accept-language', language)
    request.responseType = 'json'
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as Import)
        : reject(readProblem(request.status, request.response))
    request.onerror = () => reject(networkProblem(new Error('upload failed')))
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
