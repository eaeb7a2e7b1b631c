import { type FollowupSettings, followupSettings, type Policy } from '@peineng/engine'
import { formatNumber, formatWeekday } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { durationText } from './clock-words.ts'

const hours = {
  duty_roster: m.followup_figure_hours_duty_roster,
  owner: m.followup_figure_hours_owner,
  always: m.followup_figure_hours_always,
} as const

/** Every figure of the group `followup` as it holds now, defaults filled in, in words. */
export function FiguresCard({ policy }: { policy: Policy }) {
  const settings = followupSettings(policy)
  const rows: readonly (readonly [string, string])[] = [
    ...Object.entries(policy.sla).map(
      ([slaClass, { firstResponseMinutes }]) =>
        [m.followup_figure_first_response({ slaClass }), durationText(firstResponseMinutes)] as const,
    ),
    [m.followup_figure_hours(), hours[settings.firstResponseHours]()],
    ...figures(settings),
  ]
  return (
    <Card title={m.followup_figures()}>
      <dl className="grid grid-cols-[minmax(8rem,auto)_1fr] gap-x-4 gap-y-1.5 text-sm">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-faint">{m.followup_figures_note()}</p>
    </Card>
  )
}

function figures(settings: FollowupSettings): readonly (readonly [string, string])[] {
  const { recall, progress, reminders, deadlines, triggers } = settings
  const n = (value: number): string => formatNumber(value)
  // Any week will do: only the name of the day is read. 2 January 2023 was a Monday.
  const day = new Date(Date.UTC(2023, 0, 1 + deadlines.checkpointWeekday, 4))
  const clock = `${String(Math.floor(deadlines.checkpointMinute / 60)).padStart(2, '0')}:${String(deadlines.checkpointMinute % 60).padStart(2, '0')}`
  return [
    [
      m.followup_figure_recall(),
      recall.enabled
        ? m.followup_figure_recall_value({ hours: n(recall.hours), warn: n(recall.warnHours) })
        : m.followup_figure_off(),
    ],
    [m.followup_figure_progress(), m.followup_figure_progress_value({ days: n(progress.days) })],
    [
      m.followup_figure_reminders(),
      m.followup_figure_reminders_value({
        first: reminders.afterMinutes.map(durationText).join(' / '),
        repeat: n(reminders.repeatHours),
        most: n(reminders.most),
      }),
    ],
    [m.followup_figure_deadline(), m.followup_figure_deadline_value({ hours: n(deadlines.warnHours) })],
    [m.followup_figure_checkpoint(), `${formatWeekday(day)} ${clock}`],
    [m.followup_figure_behind(), m.followup_figure_behind_value({ percent: n(deadlines.behindPercent) })],
    [
      m.followup_figure_gain(),
      m.followup_figure_gain_value({
        points: n(triggers.minimumGainThousandths / 1000),
        days: n(triggers.declinedDays),
      }),
    ],
  ]
}
