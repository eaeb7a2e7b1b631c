import { Link } from '@tanstack/react-router'
import { m } from '../../i18n/messages.ts'
import { buttonLook } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { MarkAll } from './mark-all.tsx'
import { NoticeList } from './notice-list.tsx'

export function NoticePanel({ onClose }: { onClose: () => void }) {
  return (
    <Panel
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.notifications_title()}
      actions={
        <>
          <MarkAll />
          <Link to="/notifications" onClick={onClose} className={buttonLook({})}>
            {m.notifications_see_all()}
          </Link>
        </>
      }
    >
      <NoticeList unread={false} onOpened={onClose} />
    </Panel>
  )
}
