import { useQueryClient } from '@tanstack/react-query'
import { CloudUpload, Trash2 } from 'lucide-react'
import { useCallback } from 'react'
import { Problem } from '../../api/problem.ts'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { useFlushing, useLogQueue, useQueuedLogs } from './use-log-queue.ts'

/** "2 waiting to be sent": what was logged without a network, until it has arrived; refusals until they were read. */
export function QueueNotice() {
  const client = useQueryClient()
  const queue = useLogQueue()
  const entries = useQueuedLogs(queue)
  const waiting = entries.filter((entry) => entry.refused === undefined).length
  const refused = entries.filter((entry) => entry.refused !== undefined)
  const sent = useCallback(() => void client.invalidateQueries(), [client])
  useFlushing(queue, waiting, sent)
  if (entries.length === 0) return null
  return (
    <section
      aria-label={m.tasks_queue_label()}
      className="flex flex-col gap-1 border-b border-line bg-warn-tint px-4 py-1.5 text-sm text-warn"
    >
      {waiting > 0 && (
        <p role="status" data-queue={waiting} className="flex items-center gap-2">
          <CloudUpload className="size-4 shrink-0" aria-hidden />
          <span className="flex-1">{m.tasks_queue_waiting({ count: waiting })}</span>
          <Button look="ghost" size="sm" onClick={() => void queue.flush().then(sent)}>
            {m.tasks_queue_send()}
          </Button>
        </p>
      )}
      {refused.map((entry) => (
        <p key={entry.ref} role="alert" className="flex items-center gap-2">
          <span className="flex-1">
            {m.tasks_queue_refused({
              subject: entry.subject,
              why: problemSentence(
                new Problem({ status: 409, code: entry.refused ?? '', errors: [], extra: {} }),
              ),
            })}
          </span>
          <IconButton
            label={m.tasks_queue_discard()}
            size="sm"
            icon={<Trash2 aria-hidden />}
            onClick={() => queue.discard(entry.ref)}
          />
        </p>
      ))}
    </section>
  )
}
