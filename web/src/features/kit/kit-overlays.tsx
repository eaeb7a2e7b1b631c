import { FileUp, Inbox } from 'lucide-react'
import { useState } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ContributionBar } from '../../ui/contribution-bar.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notify.ts'
import { Panel, PanelSection } from '../../ui/panel.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { demoTerms, demoTimeline } from './kit-people.tsx'

const RUNNERS_UP = [
  { name: '张三', score: 79.1 },
  { name: '李思远', score: 71.6 },
  { name: '周航', score: 64 },
]

export function WhyDemo() {
  return (
    <>
      <div className="mb-4 flex items-center gap-3">
        <Avatar name="王佳宁" size="lg" />
        <div className="flex-1">
          <div className="text-xs text-quiet">{m.kit_why_title()}</div>
          <div className="text-md font-semibold">王佳宁</div>
        </div>
        <span className="text-kpi font-semibold">{formatNumber(86.4, 1)}</span>
      </div>
      <ContributionBar terms={demoTerms()} />
      <div className="mt-6">
        <PanelSection title={m.kit_candidates()}>
          <ul className="flex flex-col gap-1">
            {RUNNERS_UP.map((person) => (
              <li key={person.name} className="flex min-h-10 items-center gap-3 text-sm">
                <Avatar name={person.name} />
                <span className="w-14 truncate">{person.name}</span>
                <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-ink/8">
                  <i className="block h-full rounded-full bg-faint" style={{ width: `${person.score}%` }} />
                </span>
                <span className="w-9 text-right text-quiet">{formatNumber(person.score, 1)}</span>
                <Button size="sm">{m.kit_reassign()}</Button>
              </li>
            ))}
          </ul>
        </PanelSection>
      </div>
    </>
  )
}

export function KitOverlays() {
  const [dialog, setDialog] = useState(false)
  const [panel, setPanel] = useState(false)
  const [tab, setTab] = useState<'overview' | 'timeline' | 'history'>('overview')
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Card title={m.kit_overlays()}>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setPanel(true)}>{m.kit_open_panel()}</Button>
          <Button onClick={() => setDialog(true)}>{m.kit_dialog()}</Button>
          <Button onClick={() => void notify({ text: m.kit_saved(), tone: 'good', undo: () => undefined })}>
            {m.kit_notify()}
          </Button>
          <Tooltip text={m.kit_tooltip()}>
            <Button look="ghost">¥53.5万</Button>
          </Tooltip>
        </div>
        <div className="mt-4">
          <Tabs
            label={m.kit_overlays()}
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'overview', label: m.kit_tab_overview(), content: <SkeletonLines /> },
              {
                value: 'timeline',
                label: m.kit_tab_timeline(),
                count: 3,
                content: <Timeline label={m.kit_timeline()} entries={demoTimeline()} />,
              },
              {
                value: 'history',
                label: m.kit_tab_history(),
                count: 2,
                content: <SkeletonLines lines={2} />,
              },
            ]}
          />
        </div>
      </Card>
      <Card className="lg:col-span-2">
        <EmptyState
          icon={<Inbox />}
          title={m.kit_empty_title()}
          action={
            <Button look="primary" icon={<FileUp aria-hidden />}>
              {m.kit_empty_action()}
            </Button>
          }
        >
          {m.kit_empty_text()}
        </EmptyState>
      </Card>
      <Confirm
        open={dialog}
        onOpenChange={setDialog}
        title={m.kit_confirm_title()}
        description={m.kit_confirm_text()}
        confirm={m.kit_assign()}
        onConfirm={() => undefined}
      />
      <Panel
        open={panel}
        onOpenChange={setPanel}
        title="中科医疗器械"
        subtitle="孙敏 · 华东"
        onPrevious={() => undefined}
        onNext={() => undefined}
        actions={
          <>
            <Button>{m.kit_reassign()}</Button>
            <Button look="primary">{m.kit_accept()}</Button>
          </>
        }
      >
        <WhyDemo />
      </Panel>
    </div>
  )
}
