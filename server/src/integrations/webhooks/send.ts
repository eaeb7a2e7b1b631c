import type { Platform } from '../../platform/context.ts'
import {
  allAlike,
  type DueDelivery,
  type Fate,
  LONGEST_BATCH_MS,
  type Outcome,
  type Sender,
} from '../../platform/deliveries/index.ts'
import { type Outbound, TargetRefused } from '../../platform/outbound/index.ts'
import { unseal } from '../../platform/sealed.ts'
import { webhookHeaders } from './standard-webhook.ts'
import { disableWebhook, readWebhookSecrets } from './store.ts'

export const WEBHOOK_SECRETS = 'webhook secrets'
const LONGEST_WAIT_MS = 60 * 60_000

/** One request a message, oldest first. The first failure ends the batch: the others keep their place behind it. */
export function webhookSender({ database, secret }: Platform, outbound: Outbound): Sender {
  return {
    channel: 'webhook',
    batch: 50,
    perMinute: Number.POSITIVE_INFINITY,
    async send({ tenantId, targetId }, deliveries, now) {
      const webhook = await database.read(tenantId, (db) => readWebhookSecrets(db, targetId))
      if (webhook === null) return allAlike(deliveries, { result: 'skipped', error: 'TARGET_GONE' })
      if (!webhook.enabled) return allAlike(deliveries, { result: 'skipped', error: 'WEBHOOK_OFF' })
      const opened = (sealed: Buffer): string => unseal(sealed, secret, WEBHOOK_SECRETS).toString('utf8')
      const previous =
        webhook.previousSecret !== null && (webhook.previousUntil?.getTime() ?? 0) > now
          ? [opened(webhook.previousSecret)]
          : []
      const secrets = [opened(webhook.secret), ...previous]
      const outcomes: Outcome[] = []
      const began = performance.now()
      for (const delivery of deliveries) {
        const fate = await post(outbound, webhook.url, delivery, secrets, now)
        outcomes.push({ id: delivery.id, ...fate })
        if (fate.result === 'dead' && fate.error === 'HTTP_410')
          await database.write(tenantId, (db) => disableWebhook(db, targetId, 'RECEIVER_GONE'))
        if (fate.result !== 'sent' || performance.now() - began > LONGEST_BATCH_MS) break
      }
      return outcomes
    },
  }
}

async function post(
  outbound: Outbound,
  url: string,
  delivery: DueDelivery,
  secrets: readonly string[],
  now: number,
): Promise<Fate> {
  const payload = JSON.stringify(delivery.body)
  const id = `msg_${delivery.eventId ?? delivery.id}`
  try {
    const { status, headers, body } = await outbound.post({
      url,
      headers: webhookHeaders({ id, payload }, secrets, now),
      body: payload,
    })
    if (status >= 200 && status < 300) return { result: 'sent' }
    const [error, detail] = [`HTTP_${status}`, body.slice(0, 300)]
    // 410 is how a receiver says that nobody will ever listen there again.
    if (status === 410) return { result: 'dead', error, detail }
    const wait = Number(headers['retry-after'])
    return Number.isFinite(wait) && wait > 0
      ? { result: 'retry', error, detail, afterMs: Math.min(wait * 1_000, LONGEST_WAIT_MS) }
      : { result: 'retry', error, detail }
  } catch (error) {
    if (error instanceof TargetRefused) return { result: 'dead', error: error.message }
    const { code, message } = error as NodeJS.ErrnoException
    return { result: 'retry', error: 'UNREACHABLE', detail: code ?? message }
  }
}
