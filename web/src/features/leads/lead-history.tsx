import { useQuery } from '@tanstack/react-query'
import { CircleCheck, MessageSquareText, PhoneCall, Shuffle } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime, formatNamed } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { PanelSection } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import { reasonOrWords } from '../pools/pool-words.ts'
import { leadTimelineQuery, type TimelineItem } from './lead-api.ts'
import { word } from './lead-words.ts'

type OnWhy = ((decisionId: string) => void) | undefined

type HistoryProps = {
  timeline: {
    data: { items: readonly TimelineItem[] } | undefined
    error: unknown
    isFetching: boolean
    refetch: () => unknown
  }
  onWhy?: OnWhy
}

function iconOf(item: TimelineItem) {
  if (item.what === 'ownership') return item.state === 'closed' ? <CircleCheck /> : <Shuffle />
  return item.kind === 'call' ? <PhoneCall /> : <MessageSquareText />
}

function titleOf(item: TimelineItem, onWhy: OnWhy) {
  if (item.what === 'activity') {
    const reached =
      item.reached === null ? '' : ` · ${item.reached ? m.leads_log_reached() : m.leads_log_not_reached()}`
    return (
      <>
        {word('kind', item.kind)}
        {reached}
        {item.rep && <span className="ml-1.5 text-quiet">{item.rep.name}</span>}
      </>
    )
  }
  const { rep, decisionId } = item
  if (item.state === 'closed') return m.leads_owner_closed()
  if (item.state === 'pooled') return m.leads_owner_pool()
  if (!rep) return m.leads_owner_waits()
  return (
    <span className="inline-flex items-center gap-1">
      {item.fromRep && <span className="text-quiet">{item.fromRep.name} →</span>}
      {item.state === 'offered' && <span className="text-quiet">{word('state', item.state)}</span>}
      <PersonChip
        name={rep.name}
        seed={rep.id}
        {...(decisionId && onWhy ? { onWhy: () => onWhy(decisionId), whyLabel: m.why_question_short() } : {})}
      />
    </span>
  )
}

export function LeadHistory({ leadId, onWhy }: { leadId: string; onWhy?: OnWhy }) {
  return <History timeline={useQuery(leadTimelineQuery(leadId))} onWhy={onWhy} />
}

/** Activities and changes of hands in one stream: the same on leads, customers and deals. */
export function History({ timeline, onWhy }: HistoryProps) {
  const [shown, setShown] = useState<'all' | 'owners' | 'activity'>('all')
  const items = (timeline.data?.items ?? []).filter(
    (item) => shown === 'all' || (shown === 'owners') === (item.what === 'ownership'),
  )
  const now = new Date()
  const entries: TimelineEntry[] = items.map((item) => ({
    id: item.id,
    icon: iconOf(item),
    title: titleOf(item, onWhy),
    isoAt: item.at,
    at: formatDateTime(new Date(item.at), now),
    ...(item.text || item.nextStep
      ? {
          body: (
            <>
              {item.what === 'ownership' ? reasonOrWords(item.text) : item.text}
              {item.nextStep && (
                <span className="block text-xs text-faint">
                  {formatNamed(m.leads_due(), item.nextStep)}
                  {item.nextStepAt && ` · ${formatDateTime(new Date(item.nextStepAt), now)}`}
                </span>
              )}
            </>
          ),
        }
      : {}),
  }))
  return (
    <PanelSection title={m.leads_history()}>
      <Segments
        label={m.leads_history()}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'all', label: m.leads_history_all() },
          { value: 'owners', label: m.leads_history_owners() },
          { value: 'activity', label: m.leads_activity() },
        ]}
        className="mb-3"
      />
      {timeline.error && !timeline.data ? (
        <LoadFailed query={timeline} />
      ) : !timeline.data ? (
        <SkeletonLines lines={3} />
      ) : entries.length === 0 ? (
        <p className="text-sm text-faint">{m.leads_history_empty()}</p>
      ) : (
        <Timeline label={m.leads_history()} entries={entries} />
      )}
    </PanelSection>
  )
}
