import { formatList, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import type { Candidate, Decision } from './decision-api.ts'
import { type ExclusionGroup, groupExclusions } from './group-exclusions.ts'

const THOUSANDTHS = 1000
const SHOWN = 5

type WhyOthersProps = { decision: Decision; onGive: ((repId: string) => void) | undefined }

/** The next best with their totals, then everybody who was out, grouped by what kept them out. */
export function WhyOthers({ decision, onGive }: WhyOthersProps) {
  const eligible = decision.candidates
    .filter((candidate) => candidate.excludedBy === undefined && candidate.repId !== decision.owner?.id)
    .sort((a, b) => b.total - a.total || (a.repId < b.repId ? -1 : 1))
  const best = Math.max(1, ...decision.candidates.map((candidate) => candidate.total))
  const groups = groupExclusions(decision.candidates)
  const out = groups.reduce((sum, group) => sum + group.people.length, 0)
  const more = eligible.slice(SHOWN)
  return (
    <>
      {eligible.length > 0 && (
        <PanelSection title={m.why_candidates()}>
          <ul className="flex flex-col">
            {eligible.slice(0, SHOWN).map((candidate) => (
              <RunnerUp key={candidate.repId} candidate={candidate} best={best} onGive={onGive} />
            ))}
          </ul>
          {more.length > 0 && (
            <details className="text-sm">
              <summary className="cursor-pointer py-1 text-faint hover:text-ink max-md:min-h-11 max-md:content-center">
                {m.why_people_more({ count: more.length })}
              </summary>
              <ul className="flex flex-col">
                {more.map((candidate) => (
                  <RunnerUp key={candidate.repId} candidate={candidate} best={best} onGive={onGive} />
                ))}
              </ul>
            </details>
          )}
        </PanelSection>
      )}
      {out > 0 && (
        <PanelSection title={m.why_excluded({ count: out })}>
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
            {groups.map((group) => (
              <Excluded key={group.code} group={group} />
            ))}
          </ul>
        </PanelSection>
      )}
    </>
  )
}

type RunnerUpProps = { candidate: Candidate; best: number; onGive: WhyOthersProps['onGive'] }

function RunnerUp({ candidate: { repId, name, total }, best, onGive }: RunnerUpProps) {
  return (
    <li className="flex min-h-10 items-center gap-3 text-sm">
      <Avatar name={name} />
      <span className="w-16 truncate">{name}</span>
      <span aria-hidden className="h-1.5 min-w-8 flex-1 overflow-hidden rounded-full bg-ink/8">
        <i
          className="block h-full rounded-full bg-faint"
          style={{ width: `${Math.max(0, (total / best) * 100)}%` }}
        />
      </span>
      <span className="w-10 text-right text-quiet">{formatNumber(total / THOUSANDTHS, 1)}</span>
      {onGive && (
        <Button size="sm" onClick={() => onGive(repId)}>
          {m.why_override()}
          <span className="sr-only">{name}</span>
        </Button>
      )}
    </li>
  )
}

function Excluded({ group }: { group: ExclusionGroup }) {
  return (
    <li>
      <details>
        <summary className="flex min-h-9 cursor-pointer items-center gap-2 px-3 text-sm hover:bg-ink/4 max-md:min-h-11">
          <span className="flex-1">
            <span className="inline-block first-letter:uppercase">{group.text}</span>
          </span>
          <span className="text-xs text-faint">{formatNumber(group.people.length)}</span>
        </summary>
        <p className="px-3 pb-2 text-sm leading-6 text-quiet">
          {formatList(
            group.people.map(({ name, excludedNote }) =>
              excludedNote ? m.why_excluded_with({ name, note: excludedNote }) : name,
            ),
          )}
        </p>
      </details>
    </li>
  )
}
