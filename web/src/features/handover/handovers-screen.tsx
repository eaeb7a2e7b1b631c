import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ClipboardCheck } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { NextStep } from '../../app/next-step.tsx'
import { useSession } from '../../app/session/session.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { type HandoverView, handoverCountsQuery, handoversQuery } from './handover-api.ts'
import { HandoverCard } from './handover-card.tsx'
import { QualityList } from './quality-list.tsx'

const HandoverPanel = lazy(() =>
  import('./handover-panel.tsx').then((part) => ({ default: part.HandoverPanel })),
)

/** What I have to write down, what I have to read before I may call anybody, and for leaders everything open. */
export function Screen() {
  const [view, change] = useViewState()
  const me = useSession().data
  const counts = useQuery(handoverCountsQuery).data
  const leads = me?.permissions['handovers.read'] !== 'own'
  const tabs = [
    ...(me?.repId
      ? [
          {
            value: 'read' as const,
            label: m.handover_tab_read(),
            ...(counts && counts.read > 0 ? { count: counts.read } : {}),
            content: <List view="read" onOpen={(open) => change({ openId: open })} />,
          },
        ]
      : []),
    {
      value: 'write' as const,
      label: m.handover_tab_write(),
      ...(counts && counts.write > 0 ? { count: counts.write } : {}),
      content: <List view="write" state="open" onOpen={(open) => change({ openId: open })} />,
    },
    {
      value: 'all' as const,
      label: leads ? m.handover_tab_team() : m.handover_tab_all(),
      ...(counts && counts.open > 0 ? { count: counts.open } : {}),
      content: (
        <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
          <List view="all" onOpen={(open) => change({ openId: open })} />
          {leads && <QualityList />}
        </div>
      ),
    },
  ]
  const chosen = tabs.find((tab) => tab.value === view.view)?.value ?? tabs[0]?.value ?? 'all'
  return (
    <Page title={m.handover_title()}>
      <Tabs<HandoverView>
        label={m.handover_tabs()}
        value={chosen}
        onChange={(next) => change({ view: next })}
        tabs={tabs}
      />
      {view.openId !== null && (
        <Suspense>
          <HandoverPanel id={view.openId} onClose={() => change({ openId: null })} />
        </Suspense>
      )}
    </Page>
  )
}

const empties: Readonly<Record<HandoverView, () => string>> = {
  read: m.handover_empty_read,
  write: m.handover_empty_write,
  all: m.handover_empty_all,
}

function List({ view, state, onOpen }: { view: HandoverView; state?: 'open'; onOpen: (id: string) => void }) {
  const list = useInfiniteQuery(handoversQuery(view, state))
  if (list.error && !list.data) return <LoadFailed query={list} page />
  if (!list.data) return <SkeletonLines lines={6} />
  // What can be dealt with now comes first; each group stays newest first.
  const items = list.data.pages
    .flatMap((page) => page.items)
    .sort((a, b) => Number(b.may.confirm) - Number(a.may.confirm))
  if (items.length === 0)
    return (
      <EmptyState icon={<ClipboardCheck />} title={empties[view]()} action={<NextStep />}>
        {m.handover_empty_text()}
      </EmptyState>
    )
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      <ul className="flex flex-col gap-3">
        {items.map((handover) => (
          <HandoverCard key={handover.id} handover={handover} onOpen={() => onOpen(handover.id)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="self-start"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {m.handover_more()}
        </Button>
      )}
    </div>
  )
}
