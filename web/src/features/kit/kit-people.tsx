import { PhoneCall, Shuffle, Sparkles } from 'lucide-react'
import { formatDateTime, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { ContributionBar } from '../../ui/contribution-bar.tsx'
import { LoadBar } from '../../ui/load-bar.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { Timeline } from '../../ui/timeline.tsx'

const LOADS = [
  { name: '王佳宁', load: 6.5, limit: 10 },
  { name: '李思远', load: 9, limit: 10 },
  { name: '周航', load: 12, limit: 10 },
]

export const demoTerms = () => [
  { key: 'fit', label: m.kit_term_fit(), points: 31.5, note: m.kit_term_fit_note() },
  { key: 'win', label: m.kit_term_win(), points: 24.8 },
  { key: 'load', label: m.kit_term_load(), points: 18.2 },
  { key: 'region', label: m.kit_term_region(), points: 14.4 },
  { key: 'fair', label: m.kit_term_fair(), points: -2.5 },
]

const NOW = new Date('2026-11-22T08:30:00Z')
const at = (iso: string) => ({ isoAt: iso, at: formatDateTime(new Date(iso), NOW) })

export const demoTimeline = () => [
  { id: 'call', icon: <PhoneCall />, title: m.kit_timeline_call(), ...at('2026-11-22T06:30:00Z') },
  {
    id: 'assigned',
    icon: <Shuffle />,
    title: m.kit_timeline_assigned(),
    body: m.kit_timeline_assigned_body(),
    ...at('2026-11-21T02:05:00Z'),
  },
  {
    id: 'created',
    icon: <Sparkles />,
    title: m.kit_timeline_created(),
    isoAt: '2026-11-20T02:00:00Z',
    at: formatRelativeDay(new Date('2026-11-20T02:00:00Z'), NOW),
  },
]

export function KitPeople() {
  return (
    <Card title={m.kit_people()}>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <div className="flex flex-col gap-3">
          {LOADS.map(({ name, load, limit }) => (
            <div key={name} className="grid grid-cols-[6rem_1fr] items-center gap-2 text-sm">
              <PersonChip name={name} onWhy={() => undefined} whyLabel={m.kit_why()} />
              <LoadBar label={m.kit_load({ name })} load={load} limit={limit} />
            </div>
          ))}
          <div className="mt-2 border-t border-line pt-4">
            <Timeline label={m.kit_timeline()} entries={demoTimeline()} />
          </div>
        </div>
        <ContributionBar terms={demoTerms()} />
      </div>
    </Card>
  )
}
