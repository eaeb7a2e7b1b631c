import { useQuery } from '@tanstack/react-query'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DraftTab } from './draft-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { membersQuery, type PolicyVersion, policyQuery } from './policy-api.ts'
import { PresetsTab } from './presets-tab.tsx'
import { RulesTab } from './rules-tab.tsx'

const tabs = ['rules', 'history', 'presets', 'draft'] as const

export function Screen() {
  const [{ view }, change] = useViewState()
  const tab = tabs.find((name) => name === view) ?? 'rules'
  const setTab = (name: (typeof tabs)[number]) => change({ view: name })
  const may = useMay()
  const policy = useQuery(policyQuery)
  const members = useQuery({ ...membersQuery, enabled: may('members.read') }).data?.items ?? []
  const saidBy = (version: Pick<PolicyVersion, 'publishedAt' | 'publishedBy'>) => {
    const at = formatDateTime(new Date(version.publishedAt), new Date())
    const who = members.find((member) => member.id === version.publishedBy)?.name
    return who ? m.policy_published({ who, at }) : m.policy_published_system({ at })
  }
  if (!policy.data)
    return (
      <Page title={m.nav_policy()}>
        {policy.error && !policy.data ? <LoadFailed query={policy} page /> : <SkeletonLines />}
      </Page>
    )
  const { data } = policy
  return (
    <Page
      title={m.nav_policy()}
      count={`${m.policy_version({ version: String(data.version) })} · ${saidBy(data)}`}
    >
      <Tabs
        label={m.policy_tabs()}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'rules', label: m.policy_tab_rules(), content: <RulesTab document={data.document} /> },
          {
            value: 'history',
            label: m.policy_tab_history(),
            content: <HistoryTab current={data.version} mayPublish={may('policy.publish')} saidBy={saidBy} />,
          },
          {
            value: 'presets',
            label: m.policy_tab_presets(),
            content: <PresetsTab policy={data} mayEdit={may('policy.edit')} onUsed={() => setTab('draft')} />,
          },
          {
            value: 'draft',
            label: m.policy_tab_draft(),
            ...(data.draft ? { count: 1 } : {}),
            content: (
              <DraftTab policy={data} mayEdit={may('policy.edit')} mayPublish={may('policy.publish')} />
            ),
          },
        ]}
      />
    </Page>
  )
}
