import { Link } from '@tanstack/react-router'
import { Settings2 } from 'lucide-react'
import { useState } from 'react'
import { Page } from '../../app/shell/page.tsx'
import { m } from '../../i18n/messages.ts'
import { buttonLook } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { MarkAll } from './mark-all.tsx'
import { NoticeList } from './notice-list.tsx'

export function Screen() {
  const [view, setView] = useState<'all' | 'unread'>('all')
  return (
    <Page
      title={m.notifications_title()}
      actions={
        <>
          <MarkAll />
          <Link to="/settings" search={{ view: 'notifications' }} className={buttonLook({})}>
            <Settings2 aria-hidden />
            {m.notifications_settings()}
          </Link>
        </>
      }
      toolbar={
        <Segments
          label={m.notifications_title()}
          value={view}
          onChange={setView}
          options={[
            { value: 'all', label: m.notifications_all() },
            { value: 'unread', label: m.notifications_only_unread() },
          ]}
        />
      }
    >
      <div className="max-w-180">
        <NoticeList unread={view === 'unread'} />
      </div>
    </Page>
  )
}
