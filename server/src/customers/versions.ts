import { ProblemError } from '../platform/errors/catalogue.ts'

/** The version an edit was made from: `If-Match: "3"`, or null where the caller does not say. */
export function versionWanted(request: {
  readonly headers: { readonly 'if-match'?: string | undefined }
}): number | null {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return null
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1]
  if (version === undefined)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [
        {
          field: 'headers.if-match',
          code: 'version',
          message: 'version_that_was_read',
        },
      ],
    })
  return Number(version)
}

/** Refuses an edit of something that has changed since it was read, saying who changed it and when. */
export function refuseStale(
  wanted: number | null,
  current: number,
  changed?: { readonly by: string | null; readonly at: Date },
): void {
  if (wanted === null) throw new ProblemError('VERSION_REQUIRED', { extra: { currentVersion: current } })
  if (wanted !== current)
    throw new ProblemError('VERSION_MISMATCH', {
      extra: {
        currentVersion: current,
        ...(changed === undefined ? {} : { changedBy: changed.by, changedAt: changed.at.toISOString() }),
      },
    })
}
