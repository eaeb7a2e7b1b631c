import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { cx } from '../../ui/cx.ts'
import { notify } from '../../ui/notify.ts'
import { unreadQuery } from './notification-api.ts'

const NoticePanel = lazy(() =>
  import('./notice-panel.tsx').then((module) => ({ default: module.NoticePanel })),
)

const look =
  'relative grid place-items-center rounded-md text-quiet hover:bg-ink/6 hover:text-ink aria-expanded:bg-ink/6'

/** How many are unread, live; opens a panel beside the page, and on the phone a page of its own. */
export function Bell({ phone }: { phone: boolean }) {
  const [open, setOpen] = useState(false)
  const { data } = useQuery(unreadQuery)
  const count = data?.unread ?? 0
  useSayNew(data)
  const face = (
    <>
      <BellIcon className={phone ? 'size-5' : 'size-4'} aria-hidden />
      {count > 0 && (
        <span
          aria-hidden
          className={cx(
            'absolute min-w-4 rounded-full bg-accent px-1 text-center text-tab font-medium leading-4 text-on-accent',
            phone ? 'right-1.5 top-1.5' : '-right-0.5 -top-0.5',
          )}
        >
          {count > 99 ? '99+' : formatNumber(count)}
        </span>
      )}
    </>
  )
  const label = count === 0 ? m.notifications_bell() : m.notifications_bell_unread({ count })
  if (phone)
    return (
      <Link to="/notifications" aria-label={label} className={cx(look, 'size-11')}>
        {face}
      </Link>
    )
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={cx(look, 'size-8')}
      >
        {face}
      </button>
      {open && (
        <Suspense>
          <NoticePanel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

type Unread = { unread: number; items: readonly { id: string; title: string; text: string; tone: string }[] }

/** Says the newest aloud where it asks for something; a crowd of plain news only moves the number. */
function useSayNew(data: Unread | undefined) {
  const known = useRef<string | null | undefined>(undefined)
  const newest = data?.items[0]
  useEffect(() => {
    if (data === undefined) return
    const before = known.current
    known.current = newest?.id ?? null
    // What was there when the page opened is no news.
    if (
      before === undefined ||
      newest === undefined ||
      newest.id <= (before ?? '') ||
      newest.tone === 'plain'
    )
      return
    void notify({ text: newest.title, ...(newest.text === '' ? {} : { detail: newest.text }) })
  }, [data, newest])
}
