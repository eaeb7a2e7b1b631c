import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus, UsersRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { loadColumns } from './load-columns.tsx'
import { type Load, teamsQuery, workloadQuery } from './people-api.ts'
import { RepCard } from './rep-card.tsx'
import { TeamHeat } from './team-heat.tsx'
import { inTreeOrder, TeamTree, teamsBelow } from './team-tree.tsx'

const LoadInsight = lazy(() =>
  import('../followup/load-insight.tsx').then((module) => ({ default: module.LoadInsight })),
)
const RepDialog = lazy(() => import('./rep-dialog.tsx').then((module) => ({ default: module.RepDialog })))

const views = {
  over: (load: Load) => load.level === 'over' || load.level === 'full',
  near: (load: Load) => load.level === 'near' || load.level === 'flagged',
  under: (load: Load) => load.level === 'under',
  away: (load: Load) => load.availability !== 'on_duty',
}
type ViewName = keyof typeof views
const isView = (name: string | undefined): name is ViewName => name !== undefined && name in views

const ALL_TEAMS = 'all'
/** The fullest first: who may need help is what a manager looks for. Equal loads keep the server's order. */
const byLoad = (a: Load, b: Load) => (b.gauges[0]?.percent ?? 0) - (a.gauges[0]?.percent ?? 0)

export function Screen() {
  const [view, change] = useViewState()
  const [adding, setAdding] = useState(false)
  const navigate = useNavigate()
  const may = useMay()
  const workload = useQuery(workloadQuery)
  const teams = useQuery(teamsQuery).data?.items ?? []

  const all = workload.data?.items ?? []
  // The chosen team is part of the address like every other choice, under the search text this list does not have.
  const team = view.query.startsWith('team:') ? view.query.slice('team:'.length) : null
  const below = team === null ? null : teamsBelow(teams, team)
  const reach = all.filter((load) => below === null || (load.teamId !== null && below.has(load.teamId)))
  const chosenView = isView(view.view) ? view.view : undefined
  const rows = reach.filter((load) => !chosenView || views[chosenView](load)).toSorted(byLoad)
  const teamName = (id: string | null) =>
    id === null ? m.people_no_team() : (teams.find((entry) => entry.id === id)?.name ?? '')
  const countIn = (id: string) => {
    const inside = teamsBelow(teams, id)
    return all.filter((load) => load.teamId !== null && inside.has(load.teamId)).length
  }
  const chooseTeam = (id: string | null) => change({ query: id === null ? '' : `team:${id}` })
  const open = (load: Load) => void navigate({ to: '/people/$id', params: { id: load.repId } })
  const count = (name: ViewName) => reach.filter(views[name]).length

  return (
    <Page
      title={m.nav_people()}
      {...(workload.data ? { count: m.people_count({ count: all.length }) } : {})}
      actions={
        may('people.manage') && (
          <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {m.people_add()}
          </Button>
        )
      }
    >
      {workload.error && !workload.data ? (
        <LoadFailed query={workload} page />
      ) : (
        <div className="grid grid-cols-[13.5rem_minmax(0,1fr)] items-start gap-4 max-lg:grid-cols-1">
          <Card title={m.people_tree()} className="sticky top-0 max-lg:hidden">
            <div className="-mx-2">
              <TeamTree
                teams={teams}
                countOf={countIn}
                total={all.length}
                chosen={team}
                onChoose={chooseTeam}
              />
            </div>
          </Card>
          <div className="flex min-w-0 flex-col gap-4">
            <Select
              className="lg:hidden"
              label={m.people_team()}
              value={team ?? ALL_TEAMS}
              onChange={(id) => chooseTeam(id === ALL_TEAMS ? null : id)}
              options={[
                { value: ALL_TEAMS, label: m.people_all_teams() },
                ...inTreeOrder(teams).map(({ team: { id, name }, depth }) => ({
                  value: id,
                  label: `${'　'.repeat(depth)}${name}`,
                })),
              ]}
            />
            <div className="grid grid-cols-4 gap-3 max-md:grid-cols-2">
              <StatTile label={m.people_over()} value={formatNumber(count('over'))} />
              <StatTile label={m.people_near()} value={formatNumber(count('near'))} />
              <StatTile label={m.people_under()} value={formatNumber(count('under'))} />
              <StatTile label={m.people_waiting()} value={formatNumber(workload.data?.waiting ?? 0)} />
            </div>
            {team === null && <TeamHeat teams={teams} loads={all} />}
            <Segments
              className="self-start"
              label={m.people_load_level()}
              value={chosenView ?? 'all'}
              onChange={(next) => change({ view: next === 'all' ? undefined : next })}
              options={[
                { value: 'all', label: m.people_all(), count: reach.length },
                { value: 'over', label: m.people_over(), count: count('over') },
                { value: 'near', label: m.people_near(), count: count('near') },
                { value: 'under', label: m.people_under(), count: count('under') },
                { value: 'away', label: m.people_away(), count: count('away') },
              ]}
            />
            <DataTable
              label={m.people_view_board()}
              className="h-136 max-md:h-auto"
              columns={loadColumns(teamName)}
              rows={rows}
              rowId={(load) => load.repId}
              total={rows.length}
              loading={workload.isPending}
              onOpen={open}
              card={(load) => <RepCard load={load} team={teamName(load.teamId)} onOpen={() => open(load)} />}
              empty={
                <EmptyState
                  icon={<UsersRound />}
                  title={all.length === 0 ? m.people_no_reps() : m.people_empty_title()}
                  action={
                    all.length === 0 &&
                    may('people.manage') && (
                      <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
                        {m.people_add()}
                      </Button>
                    )
                  }
                >
                  {all.length === 0 ? m.people_no_reps_text() : m.people_empty_text()}
                </EmptyState>
              }
            />
            {team === null && (
              <Suspense>
                <LoadInsight names={new Map(all.map((load) => [load.repId, load.name]))} />
              </Suspense>
            )}
          </div>
        </div>
      )}
      <Suspense>{adding && <RepDialog teams={teams} onClose={() => setAdding(false)} />}</Suspense>
    </Page>
  )
}
