import { formatDateTime } from '../i18n/format.ts'
import { m } from '../i18n/messages.ts'
import { Button } from '../ui/button.tsx'
import type { Draft } from './draft.ts'

type DraftNoticeProps = { draft: Pick<Draft<object>, 'keptAt' | 'resume' | 'forget'> }

/** Above a form that opened with what was typed in it before: go on, or begin anew. */
export function DraftNotice({ draft: { keptAt, resume, forget } }: DraftNoticeProps) {
  if (keptAt === null) return null
  return (
    <div
      role="status"
      data-draft=""
      className="mb-3 flex flex-wrap items-center gap-2 rounded-md bg-sunken px-3 py-2 text-sm"
    >
      <p className="min-w-0 flex-1 basis-40">
        {m.app_draft_kept({ at: formatDateTime(new Date(keptAt), new Date()) })}
      </p>
      <span className="flex gap-2">
        <Button size="sm" look="ghost" onClick={forget}>
          {m.app_draft_discard()}
        </Button>
        <Button size="sm" onClick={resume}>
          {m.app_draft_continue()}
        </Button>
      </span>
    </div>
  )
}
