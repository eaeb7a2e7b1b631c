import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ClipboardCheck, ClipboardPen } from 'lucide-react'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { type Handover, handoversQuery } from './handover-api.ts'

const SHOWN = 3

/** The next thing of the day: nothing can be done for these customers before their handover is read. */
export function WaitingHandovers() {
  const navigate = useNavigate()
  const toRead = useInfiniteQuery(handoversQuery('read', 'open')).data?.pages[0]?.items ?? []
  const toWrite = useInfiniteQuery(handoversQuery('write', 'open')).data?.pages[0]?.items ?? []
  const waiting = [
    ...toRead.filter((one) => one.may.confirm),
    ...toWrite.filter((one) => one.state === 'requested'),
  ]
  if (waiting.length === 0) return null
  const open = (one: Handover) => void navigate({ to: '/handovers', search: { open: one.id } })
  return (
    <section aria-label={m.handover_title()} className="flex flex-col gap-2">
      {waiting.slice(0, SHOWN).map((one) => (
        <article
          key={one.id}
          data-waiting-handover={one.id}
          className="flex items-center gap-3 rounded-lg border border-line bg-surface p-3.5 max-md:flex-col max-md:items-stretch"
        >
          <span className="min-w-0 flex-1">
            <span className="flex items-center gap-2 font-medium">
              {one.may.confirm ? (
                <ClipboardCheck className="size-4 shrink-0 text-accent" aria-hidden />
              ) : (
                <ClipboardPen className="size-4 shrink-0 text-accent" aria-hidden />
              )}
              <span className="truncate">{one.title}</span>
            </span>
            <span className="block pl-6 text-sm text-quiet">
              {one.may.confirm
                ? m.handover_today_read({ name: one.from.name })
                : m.handover_today_write({
                    name: one.to.name,
                    at: formatDateTime(new Date(one.dueAt), new Date()),
                  })}
            </span>
          </span>
          <Button look="primary" onClick={() => open(one)}>
            {one.may.confirm ? m.handover_do_read() : m.handover_do_write()}
          </Button>
        </article>
      ))}
      {waiting.length > SHOWN && (
        <Button look="ghost" className="self-start" onClick={() => void navigate({ to: '/handovers' })}>
          {m.handover_today_all()}
        </Button>
      )}
    </section>
  )
}
