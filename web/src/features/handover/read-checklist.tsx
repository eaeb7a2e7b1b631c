import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LockOpen } from 'lucide-react'
import { useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useSession } from '../../app/session/session.ts'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxLine } from '../../ui/checkbox.tsx'
import { notify } from '../../ui/notify.ts'
import { confirmHandover, type HandoverDetail } from './handover-api.ts'
import { channelLine, labelOf } from './handover-words.ts'

/** Read field by field; only who ticked every one of them can confirm, and only then do contact data open. */
export function ReadChecklist({ handover }: { handover: HandoverDetail }) {
  const client = useQueryClient()
  const me = useSession().data
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const fields = handover.fields.filter((field) => field.required || field.answer !== '')
  const left = fields.filter((field) => !read.has(field.id)).length
  const confirm = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => confirmHandover(handover),
    onSuccess: async (after) => {
      client.setQueryData(['handover', 'one', handover.id], after)
      void notify({ tone: 'good', text: m.handover_confirmed() })
      await Promise.all(
        ['handover', 'lead', 'account', 'opportunity', 'contact', 'activity'].map((noun) =>
          client.invalidateQueries({ queryKey: [noun] }),
        ),
      )
    },
    // The writer put something right meanwhile: it is read again before it is confirmed.
    onError: () => client.invalidateQueries({ queryKey: ['handover'] }),
  })
  if (handover.state === 'requested')
    return (
      <p className="text-sm text-quiet">
        {handover.to.id === me?.repId
          ? m.handover_awaited({
              name: handover.writer === 'manager' ? m.handover_the_manager() : handover.from.name,
            })
          : m.handover_not_written()}
      </p>
    )
  return (
    <div className="flex flex-col gap-5">
      {handover.may.confirm && <p className="text-sm text-quiet">{m.handover_read_intro()}</p>}
      {fields.map((field) => (
        <section key={field.id} data-field={field.id}>
          <h3 className="text-sm font-medium text-quiet">{labelOf(field)}</h3>
          <p className="mt-1 whitespace-pre-wrap break-words text-sm">
            {field.answer === '' ? m.handover_left_empty() : field.answer}
          </p>
          {handover.may.confirm && (
            <div className="mt-1.5">
              <CheckboxLine
                checked={read.has(field.id)}
                onChange={(checked) =>
                  setRead((before) => {
                    const after = new Set(before)
                    if (checked) after.add(field.id)
                    else after.delete(field.id)
                    return after
                  })
                }
              >
                {m.handover_tick()}
              </CheckboxLine>
            </div>
          )}
        </section>
      ))}
      {handover.channels.length > 0 && (
        <p className="text-xs text-quiet">{m.handover_reached({ channels: channelLine(handover) })}</p>
      )}
      {confirm.error && (
        <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
          {problemSentence(confirm.error)}
        </p>
      )}
      {handover.may.confirm && (
        <div>
          <Button
            look="primary"
            icon={<LockOpen aria-hidden />}
            busy={confirm.isPending}
            disabled={left > 0}
            onClick={() => confirm.mutate()}
          >
            {m.handover_confirm()}
          </Button>
          {left > 0 && (
            <p className="mt-1.5 text-xs text-quiet">{m.handover_left({ count: formatNumber(left) })}</p>
          )}
        </div>
      )}
    </div>
  )
}
