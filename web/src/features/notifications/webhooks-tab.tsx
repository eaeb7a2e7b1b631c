import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Webhook as WebhookIcon } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { SecretDialog } from '../settings/secret-dialog.tsx'
import {
  changeWebhook,
  removeWebhook,
  replay,
  rotateSecret,
  testWebhook,
  type Webhook,
  webhooksQuery,
} from './channel-api.ts'
import { DeliveryLog } from './delivery-log.tsx'
import { HealthLine } from './health-line.tsx'
import { WebhookDialog } from './webhook-dialog.tsx'

const DAY_MS = 86_400_000

/** Other systems that are told what happens here. */
export function WebhooksTab() {
  const client = useQueryClient()
  const webhooks = useQuery(webhooksQuery)
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null)
  const [removing, setRemoving] = useState<Webhook | null>(null)
  const [log, setLog] = useState<Webhook | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const again = () => client.invalidateQueries({ queryKey: ['webhook'] })
  const remove = useMutation({ mutationFn: removeWebhook, onSuccess: again })
  const turn = useMutation({
    mutationFn: (webhook: Webhook) => changeWebhook(webhook, { enabled: !webhook.enabled }),
    onSuccess: again,
  })
  const test = useMutation({
    mutationFn: (webhook: Webhook) => testWebhook(webhook.id),
    onSuccess: (_, webhook) => {
      setLog(webhook)
      void notify({ text: m.notifications_test_queued(), tone: 'good' })
    },
  })
  const rotate = useMutation({
    mutationFn: rotateSecret,
    onSuccess: (answer) => {
      setSecret(answer.secret)
      return again()
    },
  })
  const replaying = useMutation({
    mutationFn: (webhook: Webhook) => replay(webhook.id, new Date(Date.now() - DAY_MS).toISOString()),
    onSuccess: (answer, webhook) => {
      setLog(webhook)
      void notify({ text: m.notifications_replayed({ count: answer.queued }), tone: 'good' })
    },
  })
  if (webhooks.isPending) return <SkeletonLines />
  if (webhooks.error && !webhooks.data) return <LoadFailed query={webhooks} page />
  const now = new Date()
  const add = (
    <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setEditing('new')}>
      {m.notifications_webhook_new()}
    </Button>
  )
  return (
    <>
      <Card flush>
        {webhooks.data.items.length === 0 ? (
          <EmptyState icon={<WebhookIcon />} title={m.notifications_webhooks_empty()} action={add}>
            {m.notifications_webhooks_empty_text()}
          </EmptyState>
        ) : (
          <>
            <div className="flex items-center justify-between gap-3 p-3 pl-4">
              <h2 className="text-sm font-medium">{m.notifications_tab_webhooks()}</h2>
              {add}
            </div>
            <ul className="divide-y divide-line border-t border-line">
              {webhooks.data.items.map((webhook) => (
                <li key={webhook.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm">
                  <div className="min-w-40 flex-1">
                    <div className="break-all font-medium">{webhook.url}</div>
                    <div className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-quiet">
                      {webhook.description !== '' && <span>{webhook.description}</span>}
                      <span>
                        {webhook.eventTypes.length === 0
                          ? m.notifications_every_event()
                          : m.notifications_kinds_count({ count: webhook.eventTypes.length })}
                      </span>
                      <HealthLine health={webhook.health} enabled={webhook.enabled} />
                      {webhook.previousSecretUntil !== null &&
                        new Date(webhook.previousSecretUntil) > now && (
                          <span>
                            {m.notifications_two_secrets({
                              at: formatDateTime(new Date(webhook.previousSecretUntil), now),
                            })}
                          </span>
                        )}
                    </div>
                  </div>
                  <div className="flex flex-wrap gap-2">
                    <Button
                      size="sm"
                      busy={test.isPending && test.variables === webhook}
                      onClick={() => test.mutate(webhook)}
                    >
                      {m.notifications_test()}
                    </Button>
                    <Button size="sm" onClick={() => setLog(webhook)}>
                      {m.notifications_log()}
                    </Button>
                    <Menu trigger={<Button size="sm">{m.notifications_more()}</Button>}>
                      <MenuItem onSelect={() => setEditing(webhook)}>{m.notifications_edit()}</MenuItem>
                      <MenuItem onSelect={() => turn.mutate(webhook)}>
                        {webhook.enabled ? m.notifications_turn_off() : m.notifications_turn_on()}
                      </MenuItem>
                      <MenuItem onSelect={() => rotate.mutate(webhook.id)}>
                        {m.notifications_rotate()}
                      </MenuItem>
                      <MenuItem onSelect={() => replaying.mutate(webhook)}>
                        {m.notifications_replay()}
                      </MenuItem>
                      <MenuItem onSelect={() => setRemoving(webhook)}>{m.notifications_remove()}</MenuItem>
                    </Menu>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {editing !== null && (
        <WebhookDialog
          webhook={editing === 'new' ? null : editing}
          eventTypes={webhooks.data.eventTypes}
          onMade={setSecret}
          onClose={() => setEditing(null)}
        />
      )}
      {secret !== null && (
        <SecretDialog
          title={m.notifications_webhook_secret()}
          text={m.notifications_webhook_secret_text()}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
      {log !== null && <DeliveryLog target={{ id: log.id, name: log.url }} onClose={() => setLog(null)} />}
      <Confirm
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={m.notifications_webhook_remove_title()}
        description={m.notifications_channel_remove_text()}
        confirm={m.notifications_remove()}
        danger
        onConfirm={() => removing && remove.mutate(removing.id)}
      />
    </>
  )
}
