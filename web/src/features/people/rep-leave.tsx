import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useSession } from '../../app/session/session.ts'
import { useMay } from '../../app/session/use-may.ts'
import { formatDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DateRangePicker, type DayRange } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { Select } from '../../ui/select.tsx'
import { bookLeave, cancelLeave, leavesQuery } from './people-api.ts'
import { leaveKinds, optionsOf } from './people-words.ts'
import { leaveSpan } from './zoned-day.ts'

/** A leave ends at a moment; its last day is the one just before. */
const lastMoment = (endsAt: string) => new Date(Date.parse(endsAt) - 1)

export function RepLeave({ repId, name }: { repId: string; name: string }) {
  const [booking, setBooking] = useState(false)
  const may = useMay()
  const client = useQueryClient()
  const leaves = useQuery({ ...leavesQuery(repId), enabled: may('leave.read') })
  const refresh = () =>
    Promise.all(['leave', 'workload', 'rep'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  const cancel = useMutation({
    mutationFn: cancelLeave,
    onSuccess: async () => {
      void notify({ text: m.people_leave_cancelled(), tone: 'good' })
      await refresh()
    },
  })
  if (!may('leave.read')) return null
  const now = new Date()
  const open = (leaves.data?.items ?? []).filter((leave) => Date.parse(leave.endsAt) > now.getTime())
  return (
    <Card
      title={m.people_leave()}
      aside={
        may('leave.manage') && (
          <Button size="sm" look="ghost" icon={<CalendarPlus aria-hidden />} onClick={() => setBooking(true)}>
            {m.people_leave_book()}
          </Button>
        )
      }
    >
      {open.length === 0 && <p className="text-sm text-quiet">{m.people_leave_empty()}</p>}
      <ul className="flex flex-col gap-2">
        {open.map((leave) => (
          <li key={leave.id} className="flex items-center gap-3 text-sm">
            <div className="min-w-0 flex-1">
              <div>
                {formatDay(new Date(leave.startsAt), now)} – {formatDay(lastMoment(leave.endsAt), now)}
              </div>
              <div className="truncate text-xs text-quiet">
                {[leaveKinds[leave.kind](), leave.note].filter(Boolean).join(' · ')}
              </div>
            </div>
            {may('leave.manage') && (
              <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate(leave.id)}>
                {m.people_leave_cancel()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {booking && (
        <LeaveDialog repId={repId} name={name} onClose={() => setBooking(false)} onBooked={refresh} />
      )}
    </Card>
  )
}

function LeaveDialog({
  repId,
  name,
  onClose,
  onBooked,
}: {
  repId: string
  name: string
  onClose: () => void
  onBooked: () => Promise<unknown>
}) {
  const zone = useSession().data?.company.timeZone ?? 'Asia/Shanghai'
  const [days, setDays] = useState<DayRange | null>(null)
  const [kind, setKind] = useState<keyof typeof leaveKinds>('annual')
  const [note, setNote] = useState('')
  const book = useMutation({
    meta: { shownInForm: true },
    mutationFn: (range: DayRange) =>
      bookLeave({ repId, kind, ...leaveSpan(range.from, range.to, zone), ...(note ? { note } : {}) }),
    onSuccess: async () => {
      void notify({ text: m.people_leave_booked({ name }), tone: 'good' })
      onClose()
      await onBooked()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.people_leave_book()}
      description={m.people_leave_hint()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button
            look="primary"
            disabled={days === null}
            busy={book.isPending}
            onClick={() => days && book.mutate(days)}
          >
            {m.people_leave_book()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {book.error && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(book.error)}
          </p>
        )}
        <Field label={m.people_leave_days()} required>
          {(control) => <DateRangePicker {...control} value={days} onChange={setDays} />}
        </Field>
        <Field label={m.people_leave_kind()}>
          {(control) => (
            <Select {...control} value={kind} onChange={setKind} options={optionsOf(leaveKinds)} />
          )}
        </Field>
        <Field label={m.people_leave_note()}>
          {(control) => (
            <Input
              {...control}
              value={note}
              maxLength={200}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
