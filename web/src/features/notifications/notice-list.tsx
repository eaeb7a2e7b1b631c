import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Bell, BellRing, ChevronDown, CircleAlert, Info } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { NextStep } from '../../app/next-step.tsx'
import { problemSentence } from '../../app/problem-sentence.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { groupQuery, mark, type Notice, noticesQuery } from './notification-api.ts'

const icons: Readonly<Record<Notice['tone'], ReactNode>> = {
  plain: <Info aria-hidden className="text-faint" />,
  attention: <BellRing aria-hidden className="text-warn" />,
  urgent: <CircleAlert aria-hidden className="text-bad" />,
}
const spoken: Readonly<Record<Notice['tone'], () => string>> = {
  plain: () => '',
  attention: m.notifications_tone_attention,
  urgent: m.notifications_tone_urgent,
}

/** What happened, newest first; many of one kind are one line that opens. */
export function NoticeList({ unread, onOpened }: { unread: boolean; onOpened?: () => void }) {
  const notices = useInfiniteQuery(noticesQuery(unread))
  if (notices.isPending) return <SkeletonLines />
  if (notices.error)
    return (
      <EmptyState
        icon={<CircleAlert />}
        title={m.notifications_failed()}
        action={<Button onClick={() => void notices.refetch()}>{m.app_retry()}</Button>}
      >
        {problemSentence(notices.error)}
      </EmptyState>
    )
  const items = notices.data.pages.flatMap((page) => page.items)
  if (items.length === 0)
    return (
      <EmptyState
        icon={<Bell />}
        title={unread ? m.notifications_none_unread() : m.notifications_none()}
        action={<NextStep />}
      >
        {m.notifications_none_text()}
      </EmptyState>
    )
  return (
    <>
      <ul className="-mx-2 flex flex-col">
        {items.map((notice) => (
          <NoticeLine key={notice.group} notice={notice} {...(onOpened ? { onOpened } : {})} />
        ))}
      </ul>
      {notices.hasNextPage && (
        <div className="flex justify-center pt-3">
          <Button busy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
            {m.notifications_older()}
          </Button>
        </div>
      )}
    </>
  )
}

function NoticeLine({ notice, onOpened }: { notice: Notice; onOpened?: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const marking = useMutation({
    mutationFn: mark,
    onSuccess: () => client.invalidateQueries({ queryKey: ['notice'] }),
  })
  const isNew = notice.unread > 0
  const visit = (path: string, which: { ids?: string[]; groups?: string[] }) => {
    if (isNew) marking.mutate(which)
    onOpened?.()
    void navigate({ to: path })
  }
  return (
    <li className="rounded-md hover:bg-ink/4">
      <div className="flex items-start gap-1">
        <button
          type="button"
          onClick={() => visit(notice.path, { groups: [notice.group] })}
          className="flex min-w-0 flex-1 items-start gap-2.5 rounded-md px-2 py-2.5 text-left"
        >
          <span className="mt-0.5 shrink-0 [&_svg]:size-4">{icons[notice.tone]}</span>
          <span className="min-w-0 flex-1">
            <span className={cx('block text-sm', isNew ? 'font-medium' : 'text-quiet')}>
              {isNew && <span className="sr-only">{m.notifications_unread()} </span>}
              {notice.tone !== 'plain' && <span className="sr-only">{spoken[notice.tone]()} </span>}
              {notice.title}
              {notice.count > 1 && (
                <span className="ml-1.5 text-xs font-normal text-faint">
                  {m.notifications_count({ count: notice.count })}
                </span>
              )}
            </span>
            {notice.text !== '' && <span className="block text-xs text-quiet">{notice.text}</span>}
            <span className="block text-xs text-faint">
              {formatDateTime(new Date(notice.createdAt), new Date())}
            </span>
          </span>
          {isNew && <span aria-hidden className="mt-1.5 size-2 shrink-0 rounded-full bg-accent" />}
        </button>
        {notice.count > 1 && (
          <IconButton
            label={open ? m.notifications_fold() : m.notifications_unfold()}
            size="sm"
            aria-expanded={open}
            className="mt-1.5 max-md:size-11"
            icon={<ChevronDown aria-hidden className={cx(open && 'rotate-180')} />}
            onClick={() => setOpen(!open)}
          />
        )}
      </div>
      {open && <Singles group={notice.group} onVisit={(path, id) => visit(path, { ids: [id] })} />}
    </li>
  )
}

function Singles({ group, onVisit }: { group: string; onVisit: (path: string, id: string) => void }) {
  const singles = useQuery(groupQuery(group))
  if (singles.isPending) return <SkeletonLines />
  return (
    <ul className="pb-2 pl-8">
      {(singles.data?.items ?? []).map((one) => (
        <li key={one.id}>
          <button
            type="button"
            onClick={() => onVisit(one.path, one.id)}
            className={cx(
              'flex w-full items-baseline justify-between gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-ink/4 max-md:min-h-11',
              one.unread === 0 && 'text-quiet',
            )}
          >
            <span className="min-w-0 truncate">{one.title}</span>
            <span className="shrink-0 text-xs text-faint">
              {formatDateTime(new Date(one.createdAt), new Date())}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
