import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatCalendarDay, formatWeekday } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Segments } from '../../ui/segments.tsx'
import { calendarQuery, clearDay, confirmYear, setDay } from './settings-api.ts'

export function CalendarTab({ mayManage }: { mayManage: boolean }) {
  const now = new Date()
  const years = [now.getFullYear() - 1, now.getFullYear(), now.getFullYear() + 1]
  const [year, setYear] = useState(now.getFullYear())
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['calendar'] })
  const days = useQuery(calendarQuery(year))
  const calendar = days.data
  const confirm = useMutation({
    mutationFn: (confirmed: boolean) => confirmYear(year, confirmed),
    onSuccess: refresh,
  })
  const remove = useMutation({ mutationFn: clearDay, onSuccess: refresh })
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Segments
          label={m.settings_tab_calendar()}
          value={String(year)}
          onChange={(next) => setYear(Number(next))}
          options={years.map((value) => ({
            value: String(value),
            label: m.settings_year({ year: String(value) }),
          }))}
        />
        {calendar &&
          (calendar.confirmed ? (
            <Badge tone="good">{m.settings_year_confirmed()}</Badge>
          ) : (
            <Badge tone="warn">{m.settings_year_unconfirmed()}</Badge>
          ))}
        {calendar && mayManage && (
          <Button
            size="sm"
            className="ml-auto"
            look={calendar.confirmed ? 'plain' : 'primary'}
            busy={confirm.isPending}
            onClick={() => confirm.mutate(!calendar.confirmed)}
          >
            {calendar.confirmed ? m.settings_year_unconfirm() : m.settings_year_confirm()}
          </Button>
        )}
      </div>
      {calendar && !calendar.confirmed && (
        <p className="rounded-md bg-warn-tint px-3 py-2 text-sm text-warn">
          {m.settings_year_unconfirmed_text()}
        </p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-4 max-lg:grid-cols-1">
        <Card>
          {days.error && !days.data && <LoadFailed query={days} />}
          {calendar?.days.length === 0 && <p className="text-sm text-quiet">{m.settings_year_empty()}</p>}
          <ul className="grid grid-cols-2 gap-x-8 gap-y-1 max-md:grid-cols-1">
            {(calendar?.days ?? []).map(({ day, kind, name }) => (
              <li key={day} className="flex min-h-8 items-center gap-2 text-sm">
                <span className="w-24 shrink-0">
                  {formatCalendarDay(day, now)}{' '}
                  <span className="text-xs text-faint">{formatWeekday(new Date(`${day}T04:00:00Z`))}</span>
                </span>
                <Badge tone={kind === 'work' ? 'tint' : 'plain'}>
                  {kind === 'work' ? m.settings_day_work() : m.settings_day_off()}
                </Badge>
                <span className="min-w-0 flex-1 truncate text-quiet">{name}</span>
                {mayManage && (
                  <IconButton
                    size="sm"
                    label={m.settings_day_remove({ day })}
                    icon={<X aria-hidden />}
                    onClick={() => remove.mutate(day)}
                  />
                )}
              </li>
            ))}
          </ul>
        </Card>
        {mayManage && <AddDay onAdded={refresh} />}
      </div>
    </div>
  )
}

function AddDay({ onAdded }: { onAdded: () => Promise<unknown> }) {
  const [day, setChosen] = useState<string | null>(null)
  const [kind, setKind] = useState<'off' | 'work'>('off')
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: (chosen: string) => setDay(chosen, { kind, ...(name.trim() ? { name: name.trim() } : {}) }),
    onSuccess: async () => {
      setChosen(null)
      setName('')
      await onAdded()
    },
  })
  return (
    <Card title={m.settings_day_add()}>
      <div className="flex flex-col gap-3">
        <Field label={m.settings_day_add()} hideLabel>
          {(control) => <DatePicker {...control} value={day} onChange={setChosen} />}
        </Field>
        <Segments
          className="self-start"
          label={m.settings_day_kind()}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'off', label: m.settings_day_off() },
            { value: 'work', label: m.settings_day_work() },
          ]}
        />
        <Field label={m.settings_name()}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={50}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button
          className="self-start"
          disabled={!day}
          busy={add.isPending}
          onClick={() => day && add.mutate(day)}
        >
          {m.settings_day_add()}
        </Button>
      </div>
    </Card>
  )
}
