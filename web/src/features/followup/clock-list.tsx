import { useQuery } from '@tanstack/react-query'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { ClockChip } from './clock-chip.tsx'
import { becauseText, pauseText } from './clock-words.ts'
import { type Rhythm, rhythmQuery } from './followup-api.ts'

/** Every clock of a record with its reason, its cadence, and how often it changed hands. */
export function ClockList({ kind, id }: { kind: 'lead' | 'opportunity'; id: string }) {
  const rhythm = useQuery(rhythmQuery(kind, id))
  return (
    <section className="mb-6">
      <h3 className="mb-2 text-sm font-medium">{m.followup_clocks()}</h3>
      {rhythm.data ? (
        <Clocks rhythm={rhythm.data} />
      ) : rhythm.error ? (
        <LoadFailed query={rhythm} />
      ) : (
        <SkeletonLines lines={2} />
      )}
    </section>
  )
}

function Clocks({ rhythm }: { rhythm: Rhythm }) {
  const { clocks, cadence, interval, buffer, reassignments } = rhythm
  const shown = clocks.filter((clock) => clock.kind !== 'reminder' || clock.deadlineAt !== null)
  return (
    <>
      {shown.length === 0 && <p className="text-sm text-quiet">{m.followup_clocks_none()}</p>}
      <ul className="flex flex-col gap-2.5">
        {shown.map((clock) => (
          <li key={clock.kind} data-clock={clock.kind}>
            <ClockChip clock={clock} item={rhythm} />
            <p className="mt-0.5 text-xs text-quiet">
              {becauseText(clock, rhythm)}
              {clock.pause && <span className="block">{pauseText(clock)}</span>}
            </p>
          </li>
        ))}
      </ul>
      {cadence && (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-sm">
          <span className="text-quiet">{m.followup_cadence()}</span>
          <Badge tone={cadence.state === 'behind' || cadence.state === 'over' ? 'warn' : 'plain'}>
            {cadenceWords[cadence.state]()}
          </Badge>
          <span className="text-xs text-quiet">
            {m.followup_cadence_line({
              done: formatNumber(cadence.done),
              required: formatNumber(cadence.required),
              channels: formatNumber(cadence.channels),
              channelsRequired: formatNumber(cadence.channelsRequired),
            })}
          </span>
        </p>
      )}
      <ul className="mt-1.5 flex flex-col gap-0.5 text-xs text-quiet">
        {interval && (
          <li>
            {m.followup_interval_line({ days: formatNumber(interval.medianTenths / 10, 1) })} ·{' '}
            {bandWords[interval.band]()}
          </li>
        )}
        {buffer === 'missing' && <li>{m.followup_buffer_missing()}</li>}
        {buffer === 'too_short' && <li>{m.followup_buffer_too_short()}</li>}
        <li>
          {m.followup_reassigned({
            item: formatNumber(reassignments.item),
            account: formatNumber(reassignments.account),
          })}
        </li>
      </ul>
    </>
  )
}

const cadenceWords = {
  on_track: m.followup_cadence_on_track,
  behind: m.followup_cadence_behind,
  done: m.followup_cadence_done,
  over: m.followup_cadence_over,
} as const
const bandWords = {
  under: m.followup_interval_under,
  within: m.followup_interval_within,
  over: m.followup_interval_over,
} as const
