import { lazy, Suspense } from 'react'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AttributesTab } from './attributes-tab.tsx'
import { CalendarTab } from './calendar-tab.tsx'
import { CompanyTab } from './company-tab.tsx'
import { KeysTab } from './keys-tab.tsx'
import { MembersTab } from './members-tab.tsx'

const PreferencesTab = lazy(() =>
  import('../notifications/preferences-tab.tsx').then((module) => ({ default: module.PreferencesTab })),
)
const ChannelsTab = lazy(() =>
  import('../notifications/channels-tab.tsx').then((module) => ({ default: module.ChannelsTab })),
)
const WebhooksTab = lazy(() =>
  import('../notifications/webhooks-tab.tsx').then((module) => ({ default: module.WebhooksTab })),
)

export function Screen() {
  const may = useMay()
  const [view, change] = useViewState()
  const tabs = [
    {
      value: 'company',
      label: m.settings_tab_company(),
      needs: 'company.read',
      content: <CompanyTab mayManage={may('company.manage')} />,
    },
    {
      value: 'members',
      label: m.settings_tab_members(),
      needs: 'members.read',
      content: <MembersTab mayManage={may('members.manage')} />,
    },
    { value: 'keys', label: m.settings_tab_keys(), needs: 'keys.manage', content: <KeysTab /> },
    {
      value: 'calendar',
      label: m.settings_tab_calendar(),
      needs: 'calendar.read',
      content: <CalendarTab mayManage={may('calendar.manage')} />,
    },
    {
      value: 'attributes',
      label: m.settings_tab_attributes(),
      needs: 'attributes.read',
      content: <AttributesTab mayManage={may('attributes.manage')} />,
    },
    {
      value: 'notifications',
      label: m.notifications_tab(),
      needs: 'company.read',
      content: <PreferencesTab />,
    },
    {
      value: 'channels',
      label: m.notifications_tab_channels(),
      needs: 'channels.manage',
      content: <ChannelsTab />,
    },
    {
      value: 'webhooks',
      label: m.notifications_tab_webhooks(),
      needs: 'webhooks.manage',
      content: <WebhooksTab />,
    },
  ].filter((tab) => may(tab.needs))
  const chosen = tabs.some((tab) => tab.value === view.view) ? (view.view ?? 'company') : 'company'
  return (
    <Page title={m.nav_settings()}>
      <Tabs
        label={m.settings_tabs()}
        value={chosen}
        onChange={(next) => change({ view: next === 'company' ? undefined : next }, { replace: true })}
        tabs={tabs.map((tab) => ({
          ...tab,
          content: <Suspense fallback={<SkeletonLines />}>{tab.content}</Suspense>,
        }))}
      />
    </Page>
  )
}
