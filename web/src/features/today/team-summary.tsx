import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useMay } from '../../app/session/use-may.ts'
import { formatNumber, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { LoadBar } from '../../ui/load-bar.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { leadTitle } from '../leads/lead-title.ts'
import { latestQuery, loadOf, type RepLoad, type Workload } from './today-api.ts'

const WhyPanel = lazy(() =>
  import('../assignment/why-panel.tsx').then((part) => ({ default: part.WhyPanel })),
)

const BUSIEST = 6
const over = (rep: RepLoad) => rep.level === 'over'
const near = (rep: RepLoad) => rep.level === 'near' || rep.level === 'full' || rep.level === 'flagged'

/** Ten seconds for whoever leads people: what waits, who has too much, who has room, what was decided last. */
export function TeamSummary({ board }: { board: Workload }) {
  const may = useMay()
  const latest = useQuery(latestQuery)
  const [why, setWhy] = useState<{ decisionId: string; subject: string } | null>(null)
  const people = board.items.filter((rep) => rep.availability !== 'inactive')
  const busiest = [...people]
    .flatMap((rep) => {
      const load = loadOf(rep)
      return load ? [{ rep, ...load }] : []
    })
    .sort((a, b) => b.load / b.limit - a.load / a.limit || (a.rep.repId < b.rep.repId ? -1 : 1))
    .slice(0, BUSIEST)
  const now = new Date()
  const free = people.filter((rep) => !over(rep) && !near(rep))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <LinkedTile to="/leads" view="waiting" shown={may('leads.read')}>
          <StatTile label={m.today_waiting()} value={formatNumber(board.waiting)} />
        </LinkedTile>
        <StatTile label={m.today_over()} value={formatNumber(people.filter(over).length)} />
        <StatTile label={m.today_near()} value={formatNumber(people.filter(near).length)} />
        <StatTile label={m.today_room()} value={formatNumber(free.length)} />
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card
          title={m.today_busiest()}
          aside={
            <Link to="/people" className="text-sm text-accent hover:underline">
              {m.today_all_people()}
            </Link>
          }
        >
          <ul className="flex flex-col gap-3">
            {busiest.map(({ rep, load, limit }) => (
              <li key={rep.repId} className="grid grid-cols-[6.5rem_1fr] items-center gap-2 text-sm">
                <PersonChip name={rep.name} seed={rep.repId} />
                <LoadBar load={load} limit={limit} label={m.today_load_label({ name: rep.name })} />
              </li>
            ))}
          </ul>
        </Card>
        <Card
          title={m.today_latest()}
          aside={
            <Link to="/leads" className="text-sm text-accent hover:underline">
              {m.today_more_leads()}
            </Link>
          }
        >
          <ul className="flex flex-col divide-y divide-line">
            {latest.data?.items.map((lead) => (
              <li key={lead.id} className="flex min-h-10 items-center gap-3 text-sm">
                <Link
                  to="/leads"
                  search={{ open: lead.id }}
                  className="min-w-0 flex-1 truncate hover:underline"
                >
                  {leadTitle(lead)}
                </Link>
                {lead.owner && (
                  <PersonChip
                    name={lead.owner.name}
                    seed={lead.owner.id}
                    {...(lead.decisionId
                      ? {
                          whyLabel: m.why_question_short(),
                          onWhy: () =>
                            setWhy({ decisionId: lead.decisionId ?? '', subject: leadTitle(lead) }),
                        }
                      : {})}
                  />
                )}
                <span className="w-14 shrink-0 text-right text-xs text-faint">
                  {formatRelativeDay(new Date(lead.updatedAt), now)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      {why && (
        <Suspense>
          <WhyPanel
            {...why}
            onClose={() => setWhy(null)}
            onMoved={(decisionId) => setWhy((shown) => (shown ? { ...shown, decisionId } : shown))}
          />
        </Suspense>
      )}
    </div>
  )
}

type LinkedTileProps = { to: '/leads'; view: string; shown: boolean; children: ReactNode }

function LinkedTile({ to, view, shown, children }: LinkedTileProps) {
  if (!shown) return children
  return (
    <Link to={to} search={{ view }} className="rounded-lg [&>div]:hover:border-edge">
      {children}
    </Link>
  )
}
