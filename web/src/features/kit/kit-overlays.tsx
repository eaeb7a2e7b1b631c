import { FileUp, Inbox } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notify.ts'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { demoTimeline } from './kit-people.tsx'
import { WhyDemo } from './why-demo.tsx'

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
