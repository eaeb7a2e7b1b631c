import { formatDay, formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { durationText } from '../followup/clock-words.ts'
import type { Pace, RepCapability } from './capability-api.ts'
import { RangeBar } from './range-bar.tsx'

const measureWord: Readonly<Record<Pace['measure'], () => string>> = {
  customers: () => m.capability_pace_customers(),
  highIntent: () => m.capability_pace_high_intent(),
  talkMinutes: () => m.capability_pace_talk(),
}

const lackWord: Readonly<Record<Exclude<Pace['evidence'], 'enough'>, (days: number) => string>> = {
  few_days: (days) => m.capability_pace_few_days({ count: days }),
  no_spread: () => m.capability_pace_no_spread(),
  no_loss: () => m.capability_pace_no_loss(),
  wide: () => m.capability_pace_wide(),
}

/** How many customers and how much talking a day suit somebody, or why nothing can be said of it. */
export function PaceCard({ data: { pace, paceQuality, highIntentLimit } }: { data: RepCapability }) {
  if (paceQuality === null || pace.every((one) => one.days === 0)) return null
  return (
    <Card
      title={m.capability_pace()}
      aside={
        <span className="text-xs text-quiet">
          {paceQuality === 'won' ? m.capability_pace_by_won() : m.capability_pace_by_moved()}
        </span>
      }
    >
      <ul data-pace className="flex flex-col gap-4">
        {pace.map((one) => (
          <li key={one.measure}>
            <PaceLine pace={one} />
            {one.measure === 'highIntent' && highIntentLimit && (
              <p className="mt-1 text-sm">
                {m.capability_pace_holds({
                  value: formatNumber(highIntentLimit.value),
                  start: formatNumber(highIntentLimit.start),
                  day: formatDay(new Date(highIntentLimit.since), new Date()),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PaceLine({ pace: { measure, days, usual, evidence, found } }: { pace: Pace }) {
  const amount = (value: number): string =>
    measure === 'talkMinutes' ? durationText(Math.round(value / 5) * 5) : formatNumber(value)
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-2 text-sm">
        <span className="font-medium">{measureWord[measure]()}</span>
        {usual !== null && (
          <span className="text-xs text-quiet">
            {m.capability_pace_usual({ usual: amount(usual), count: days })}
          </span>
        )}
        {evidence !== 'enough' && <Badge tone="outline">{m.capability_pace_unknown()}</Badge>}
      </h3>
      {found && (
        <div className="mt-1 flex items-center gap-4">
          <b className="whitespace-nowrap text-md font-semibold">{amount(found.limit)}</b>
          <RangeBar
            value={found.limit}
            low={found.low}
            high={found.high}
            from={0}
            to={Math.max(found.high, found.limit, usual ?? 0) * 1.25}
            middle={usual ?? found.limit}
            isKnown
            label={m.capability_pace_label({ low: amount(found.low), high: amount(found.high) })}
          />
        </div>
      )}
      <p className="mt-1 text-sm text-quiet">
        {evidence === 'enough' && found
          ? m.capability_pace_words({
              limit: amount(found.limit),
              from: amount(found.low),
              to: amount(found.high),
              count: found.daysAbove,
              loss: formatPercent(found.loss),
              low: formatPercent(found.lossLow),
              high: formatPercent(found.lossHigh),
            })
          : evidence !== 'enough' && lackWord[evidence](days)}
      </p>
    </>
  )
}
