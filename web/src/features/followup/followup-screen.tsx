import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { FiringsTab } from './firings-tab.tsx'
import { promptsQuery } from './followup-api.ts'
import { HealthTab } from './health-tab.tsx'
import { PromptsTab } from './prompts-tab.tsx'

type View = 'prompts' | 'health' | 'firings'

/** What is asked of me, how my work stands, and for auditors what the clocks did. */
export function Screen() {
  const [view, change] = useViewState()
  const may = useMay()
  const open = useQuery(promptsQuery('open')).data?.items.length ?? 0
  const tabs = [
    {
      value: 'prompts' as const,
      label: m.followup_tab_prompts(),
      ...(open > 0 ? { count: open } : {}),
      content: <PromptsTab />,
    },
    { value: 'health' as const, label: m.followup_tab_health(), content: <HealthTab /> },
    ...(may('audit.read')
      ? [{ value: 'firings' as const, label: m.followup_tab_firings(), content: <FiringsTab /> }]
      : []),
  ]
  const chosen = tabs.find((tab) => tab.value === view.view)?.value ?? 'prompts'
  return (
    <Page title={m.followup_title()}>
      <Tabs<View>
        label={m.followup_tabs()}
        value={chosen}
        onChange={(next) => change({ view: next === 'prompts' ? undefined : next })}
        tabs={tabs}
      />
    </Page>
  )
}
