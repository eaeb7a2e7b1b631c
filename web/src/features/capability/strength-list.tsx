import { Link } from '@tanstack/react-router'
import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Avatar } from '../../ui/person-chip.tsx'
import type { BoardRep } from './capability-api.ts'
import { ScoreRange } from './score-range.tsx'
import { luckWords, showsInQuality, skillWords } from './strength-words.ts'

/** Everybody, best known first: score with interval, then luck and skill in words. */
export function StrengthList({ reps }: { reps: readonly BoardRep[] }) {
  return (
    <ul className="divide-y divide-line">
      {reps.map(({ rep, strength, capacity }) => (
        <li
          key={rep.id}
          data-row
          className="grid grid-cols-[12rem_minmax(8rem,14rem)_minmax(0,1fr)_9rem] items-center gap-x-5 gap-y-2 px-4 py-3 max-lg:grid-cols-[minmax(0,1fr)_minmax(6rem,10rem)]"
        >
          <Link
            to="/people/$id"
            params={{ id: rep.id }}
            className="flex min-w-0 items-center gap-2.5 rounded-md py-0.5 hover:text-accent max-md:min-h-11"
          >
            <Avatar name={rep.name} seed={rep.id} size="md" />
            <span className="min-w-0">
              <span className="block truncate font-medium">{rep.name}</span>
              <span className="block text-xs text-quiet md:truncate">
                {strength
                  ? m.capability_outcomes_rate({
                      count: strength.outcomes,
                      rate: formatPercent(strength.rawRate),
                    })
                  : m.capability_no_outcomes()}
              </span>
            </span>
          </Link>
          {strength ? (
            <div className="flex items-center gap-3">
              <b className="w-8 text-right text-md font-semibold">{formatNumber(strength.score)}</b>
              <ScoreRange strength={strength} />
            </div>
          ) : (
            <span className="text-sm text-faint">—</span>
          )}
          <p className="text-sm max-lg:col-span-2">
            {strength ? (
              <>
                {skillWords(strength)} <span className="text-quiet">{luckWords(strength)}</span>
              </>
            ) : (
              <span className="text-quiet">{m.capability_nothing_yet()}</span>
            )}
          </p>
          <p className="text-sm max-lg:col-span-2 lg:text-right">
            {capacity && showsInQuality(capacity) && (
              <>
                <span className="text-quiet">{m.capability_load_short()} </span>
                <b className="font-medium">{formatNumber(capacity.limit)}</b>{' '}
                <span className="text-xs text-quiet">
                  ({formatNumber(capacity.low)}–{formatNumber(capacity.high)})
                </span>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
