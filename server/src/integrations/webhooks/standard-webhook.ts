import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** 32 random bytes, written as Standard Webhooks write secrets. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

export interface WebhookMessage {
  /** The same on every try, and on a replay: receivers tell a repetition by it. */
  readonly id: string
  readonly payload: string
}

/** Headers of https://www.standardwebhooks.com: one signature per valid secret, so that secrets can be changed. */
export function webhookHeaders(
  message: WebhookMessage,
  secrets: readonly string[],
  now: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1_000))
  const signed = `${message.id}.${timestamp}.${message.payload}`
  return {
    'content-type': 'application/json',
    'user-agent': 'Peineng-Webhooks/1',
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets
      .map((secret) => {
        const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
        return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
      })
      .join(' '),
  }
}
