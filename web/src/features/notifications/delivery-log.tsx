import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Delivery, deliveriesQuery, retryDelivery } from './channel-api.ts'
import { errorWords } from './error-words.ts'
import { kindWords } from './kind-words.ts'

const states: Readonly<Record<Delivery['state'], { tone: Tone; label: () => string }>> = {
  waiting: { tone: 'warn', label: m.notifications_state_waiting },
  sent: { tone: 'good', label: m.notifications_state_sent },
  dead: { tone: 'bad', label: m.notifications_state_dead },
  skipped: { tone: 'outline', label: m.notifications_state_skipped },
}

const whatOf = (kind: string): string =>
  kind === 'test'
    ? m.notifications_kind_test()
    : Object.hasOwn(kindWords, kind)
      ? kindWords[kind as keyof typeof kindWords]()
      : kind

/** The last messages to one receiver, and what became of them. */
export function DeliveryLog({
  target,
  onClose,
}: {
  target: { id: string; name: string }
  onClose: () => void
}) {
  const client = useQueryClient()
  const log = useQuery(deliveriesQuery(target.id))
  const retry = useMutation({
    mutationFn: retryDelivery,
    onSuccess: () => client.invalidateQueries({ queryKey: ['delivery'] }),
  })
  const now = new Date()
  return (
    <Panel
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.notifications_log()}
      subtitle={target.name}
    >
      {log.error && !log.data ? (
        <LoadFailed query={log} />
      ) : log.isPending ? (
        <SkeletonLines />
      ) : (log.data?.items ?? []).length === 0 ? (
        <p className="text-sm text-quiet">{m.notifications_log_empty()}</p>
      ) : (
        <ul className="divide-y divide-line">
          {(log.data?.items ?? []).map((one) => (
            <li key={one.id} className="flex items-start gap-3 py-2.5 text-sm">
              <div className="min-w-0 flex-1">
                <div className="flex flex-wrap items-center gap-2">
                  <Badge tone={states[one.state].tone}>{states[one.state].label()}</Badge>
                  <span className="min-w-0 break-all">{whatOf(one.kind)}</span>
                </div>
                <div className="mt-1 text-xs text-quiet">
                  {formatDateTime(new Date(one.createdAt), now)} ·{' '}
                  {m.notifications_attempts({ count: one.attempts })}
                  {one.state === 'waiting' &&
                    ` · ${m.notifications_next_try({ at: formatDateTime(new Date(one.dueAt), now) })}`}
                </div>
                {one.error !== null && (
                  <div className="mt-1 break-words text-xs text-bad">
                    {errorWords(one.error)}
                    {one.detail !== null && <span className="text-quiet"> {one.detail}</span>}
                  </div>
                )}
              </div>
              {one.state !== 'sent' && (
                <Button
                  size="sm"
                  icon={<RotateCcw aria-hidden />}
                  busy={retry.isPending && retry.variables === one.id}
                  onClick={() => retry.mutate(one.id)}
                >
                  {m.notifications_retry()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
