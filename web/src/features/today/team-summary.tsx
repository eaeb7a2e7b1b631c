import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, UsersRound } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { NextStep } from '../../app/next-step.tsx'
import { formatNumber, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadBar } from '../../ui/load-bar.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { type Prompt, promptsQuery } from '../followup/followup-api.ts'
import { promptSentence } from '../followup/prompt-card.tsx'
import { leadTitle } from '../leads/lead-title.ts'
import { latestQuery, loadOf, type RepLoad, type Workload } from './today-api.ts'

const WhyPanel = lazy(() =>
  import('../assignment/why-panel.tsx').then((part) => ({ default: part.WhyPanel })),
)

const BUSIEST = 12
const TO_DECIDE = 4
/** The groups of the people page, under the same words: whoever looks from here to there finds the same numbers. */
const levels = {
  over: (rep: RepLoad) => rep.level === 'over' || rep.level === 'full',
  near: (rep: RepLoad) => rep.level === 'near' || rep.level === 'flagged',
  under: (rep: RepLoad) => rep.level === 'under',
}

/**
 * Ten seconds for whoever leads people: what waits, who has too much, who has room, what is
 * asked of me, what was decided last. */
export function TeamSummary({ board }: { board: Workload }) {
  const latest = useQuery(latestQuery)
  const [why, setWhy] = useState<{ decisionId: string; subject: string } | null>(null)
  const asked = useQuery(promptsQuery('open')).data?.items ?? []
  const people = board.items.filter((rep) => rep.availability !== 'inactive')
  const busiest = [...people]
    .flatMap((rep) => {
      const load = loadOf(rep)
      return load ? [{ rep, ...load }] : []
    })
    .sort((a, b) => b.load / b.limit - a.load / a.limit || (a.rep.repId < b.rep.repId ? -1 : 1))
    .slice(0, BUSIEST)
  const now = new Date()
  if (people.length === 0)
    return (
      <EmptyState
        icon={<UsersRound />}
        title={m.people_no_reps()}
        action={<NextStep steps={[{ to: '/people', needs: 'people.manage', label: m.people_add() }]} />}
      >
        {m.people_no_reps_text()}
      </EmptyState>
    )
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <LinkedTile to="/leads" view="waiting">
          <StatTile
            label={m.today_waiting()}
            value={formatNumber(board.waiting)}
            unit={m.today_unit_items()}
          />
        </LinkedTile>
        {(['over', 'near', 'under'] as const).map((level) => {
          const count = people.filter(levels[level]).length
          return (
            <LinkedTile key={level} to="/people" view={level}>
              <StatTile
                label={levelWords[level]()}
                value={formatNumber(count)}
                unit={m.today_unit_people({ total: formatNumber(people.length) })}
              />
            </LinkedTile>
          )
        })}
      </div>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        {asked.length > 0 && <ToDecide asked={asked} />}
        <Card
          className="lg:col-start-2 lg:row-span-2 lg:row-start-1"
          title={m.today_busiest()}
          aside={
            <Link to="/people" className="touch text-sm text-accent hover:underline">
              {m.today_all_people()}
            </Link>
          }
        >
          <ul className="flex flex-col gap-3 max-lg:[&>:nth-child(n+7)]:hidden">
            {busiest.map(({ rep, load, limit }) => (
              <li key={rep.repId} className="grid grid-cols-[6.5rem_1fr] items-center gap-2 text-sm">
                <PersonChip name={rep.name} seed={rep.repId} />
                <LoadBar load={load} limit={limit} label={m.today_load_label({ name: rep.name })} />
              </li>
            ))}
          </ul>
        </Card>
        <Card
          className="lg:col-start-1"
          title={m.today_latest()}
          aside={
            <Link to="/leads" className="touch text-sm text-accent hover:underline">
              {m.today_more_leads()}
            </Link>
          }
        >
          <ul className="flex flex-col divide-y divide-line">
            {latest.data?.items.length === 0 && (
              <li className="flex flex-col items-start gap-3 text-sm text-quiet">
                {m.today_latest_none()}
                <NextStep
                  steps={[
                    { to: '/import', needs: 'imports.run', label: m.leads_import() },
                    { to: '/leads', needs: 'leads.create', label: m.leads_new() },
                  ]}
                />
              </li>
            )}
            {latest.data?.items.map((lead) => (
              <li key={lead.id} className="flex min-h-10 items-center gap-3 text-sm">
                <Link
                  to="/leads"
                  search={{ open: lead.id }}
                  className="min-w-0 flex-1 truncate hover:underline max-md:flex max-md:min-h-11 max-md:items-center"
                >
                  {leadTitle(lead)}
                </Link>
                <span className="w-28 shrink-0">
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
                </span>
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

const levelWords = { over: m.people_over, near: m.people_near, under: m.people_under }

/** What only I can answer, with the sentence that asks it. */
function ToDecide({ asked }: { asked: readonly Prompt[] }) {
  return (
    <Card
      title={m.followup_tab_prompts()}
      aside={
        <Link to="/followup" className="touch text-sm text-accent hover:underline">
          {m.today_to_decide_all({ count: asked.length })}
        </Link>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {asked.slice(0, TO_DECIDE).map((prompt) => (
          <li key={prompt.id}>
            <Link to="/followup" className="group flex items-center gap-3 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <span className="line-clamp-2 group-hover:underline">{promptSentence(prompt)}</span>
                <span className="block truncate text-xs text-quiet">
                  {[prompt.item.company, prompt.item.name].filter(Boolean).join(' · ')}
                </span>
              </span>
              <ChevronRight className="size-4 shrink-0 text-faint" aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type LinkedTileProps = { to: '/leads' | '/people'; view: string; children: ReactNode }

function LinkedTile({ to, view, children }: LinkedTileProps) {
  return (
    <Link to={to} search={{ view }} className="rounded-lg [&>div]:hover:border-edge">
      {children}
    </Link>
  )
}
