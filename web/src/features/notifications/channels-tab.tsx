import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { MessagesSquare, Plus } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Channel, channelsQuery, removeChannel, testChannel } from './channel-api.ts'
import { ChannelDialog, vendorWords } from './channel-dialog.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { HealthLine } from './health-line.tsx'

/** Group robots of the company: which chats hear of what. */
export function ChannelsTab() {
  const client = useQueryClient()
  const channels = useQuery(channelsQuery)
  const [editing, setEditing] = useState<Channel | 'new' | null>(null)
  const [removing, setRemoving] = useState<Channel | null>(null)
  const [log, setLog] = useState<Channel | null>(null)
  const remove = useMutation({
    mutationFn: removeChannel,
    onSuccess: () => client.invalidateQueries({ queryKey: ['channel'] }),
  })
  const test = useMutation({
    mutationFn: (channel: Channel) => testChannel(channel.id),
    onSuccess: (_, channel) => {
      setLog(channel)
      void notify({ text: m.notifications_test_queued(), tone: 'good' })
    },
  })
  if (channels.isPending) return <SkeletonLines />
  if (channels.error && !channels.data) return <LoadFailed query={channels} page />
  const add = (
    <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setEditing('new')}>
      {m.notifications_channel_new()}
    </Button>
  )
  return (
    <>
      {!channels.data.email.configured && (
        <p className="mb-3 rounded-md bg-warn-tint px-3 py-2 text-sm text-warn">
          {m.notifications_mail_not_configured()}
        </p>
      )}
      <Card flush>
        {channels.data.items.length === 0 ? (
          <EmptyState icon={<MessagesSquare />} title={m.notifications_channels_empty()} action={add}>
            {m.notifications_channels_empty_text()}
          </EmptyState>
        ) : (
          <>
            <div className="flex items-center justify-between gap-3 py-3 pl-4 pr-3">
              <h2 className="text-sm font-medium">{m.notifications_tab_channels()}</h2>
              {add}
            </div>
            <ul className="divide-y divide-line border-t border-line">
              {channels.data.items.map((channel) => (
                <li key={channel.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm">
                  <div className="min-w-40 flex-1">
                    <div className="flex items-center gap-2 font-medium">
                      {channel.name}
                      <Badge>{vendorWords[channel.vendor]()}</Badge>
                    </div>
                    <div className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-quiet">
                      <code>{channel.hint}</code>
                      <span>{m.notifications_kinds_count({ count: channel.kinds.length })}</span>
                      <HealthLine health={channel.health} enabled={channel.enabled} />
                    </div>
                  </div>
                  <div className="flex flex-wrap gap-2">
                    <Button
                      size="sm"
                      busy={test.isPending && test.variables === channel}
                      onClick={() => test.mutate(channel)}
                    >
                      {m.notifications_test()}
                    </Button>
                    <Button size="sm" onClick={() => setLog(channel)}>
                      {m.notifications_log()}
                    </Button>
                    <Button size="sm" onClick={() => setEditing(channel)}>
                      {m.notifications_edit()}
                    </Button>
                    <Button size="sm" look="danger" onClick={() => setRemoving(channel)}>
                      {m.notifications_remove()}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {editing !== null && (
        <ChannelDialog channel={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {log !== null && <DeliveryLog target={log} onClose={() => setLog(null)} />}
      <Confirm
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={m.notifications_channel_remove_title({ name: removing?.name ?? '' })}
        description={m.notifications_channel_remove_text()}
        confirm={m.notifications_remove()}
        danger
        onConfirm={() => removing && remove.mutate(removing.id)}
      />
    </>
  )
}
