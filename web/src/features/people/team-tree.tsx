import { UsersRound } from 'lucide-react'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { cx } from '../../ui/cx.ts'
import type { Team } from './people-api.ts'

type TeamTreeProps = {
  teams: readonly Team[]
  /** How many reps stand in a team and below it. */
  countOf: (id: string) => number
  total: number
  chosen: string | null
  onChoose: (id: string | null) => void
}

/** Every team below `id`, itself included: what choosing it shows. */
export function teamsBelow(teams: readonly Team[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (let grew = true; grew; ) {
    grew = false
    for (const team of teams) {
      if (team.parentId && found.has(team.parentId) && !found.has(team.id)) {
        found.add(team.id)
        grew = true
      }
    }
  }
  return found
}

/** Teams in the order of the tree with their depth; a team whose parent is out of reach stands at the root. */
export function inTreeOrder(teams: readonly Team[]): { team: Team; depth: number }[] {
  const known = new Set(teams.map((team) => team.id))
  const below = (parent: string | null, depth: number): { team: Team; depth: number }[] =>
    teams
      .filter((team) =>
        parent === null ? !team.parentId || !known.has(team.parentId) : team.parentId === parent,
      )
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)])
  return below(null, 0)
}

const row =
  'flex h-9 w-full items-center gap-2 rounded-md pr-2.5 text-left text-sm text-quiet transition-colors duration-100 hover:bg-ink/5 hover:text-ink max-md:h-11 aria-pressed:bg-tint aria-pressed:font-medium aria-pressed:text-on-tint'

export function TeamTree({ teams, countOf, total, chosen, onChoose }: TeamTreeProps) {
  const entry = (id: string | null, name: string, count: number, depth: number) => (
    <li key={id ?? 'all'}>
      <button
        type="button"
        aria-pressed={chosen === id}
        onClick={() => onChoose(id)}
        className={row}
        style={{ paddingLeft: 10 + depth * 16 }}
      >
        {depth === 0 && <UsersRound className="size-4 shrink-0" aria-hidden />}
        <span className={cx('min-w-0 flex-1 truncate', depth === 0 && 'font-medium')}>{name}</span>
        <span className="text-xs">{formatNumber(count)}</span>
      </button>
    </li>
  )
  return (
    <nav aria-label={m.people_tree()}>
      <ul className="flex flex-col gap-0.5">
        {entry(null, m.people_all_teams(), total, 0)}
        {inTreeOrder(teams).map(({ team, depth }) => entry(team.id, team.name, countOf(team.id), depth + 1))}
      </ul>
    </nav>
  )
}
