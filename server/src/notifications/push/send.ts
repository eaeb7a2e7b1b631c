import { createHash } from 'node:crypto'
import type { Platform } from '../../platform/context.ts'
import { allAlike, type Fate, type Outcome, type Sender } from '../../platform/deliveries/index.ts'
import { type Outbound, TargetRefused } from '../../platform/outbound/index.ts'
import { factsOf, namesFor } from '../delivery-facts.ts'
import { describe, noticeCatalogues, pathOf, wordsOf } from '../describe.ts'
import { readRecipient } from '../recipient-store.ts'
import { encryptPush } from './encrypt.ts'
import { deleteSubscription, readSubscription } from './store.ts'
import type { Vapid } from './vapid.ts'

const DAY_S = 86_400

/** A browser's pop-up. Whatever waits for one browser is one pop-up: the newest, and how many more. */
export function pushSender({ database, publicUrl }: Platform, outbound: Outbound, vapid: Vapid): Sender {
  return {
    channel: 'push',
    batch: 100,
    perMinute: 60,
    async send({ tenantId, targetId }, deliveries, now) {
      const all = (fate: Fate): readonly Outcome[] => allAlike(deliveries, fate)
      const found = await database.read(tenantId, async (db) => {
        const subscription = await readSubscription(db, targetId)
        const person = subscription === null ? null : await readRecipient(db, subscription.memberId)
        return subscription === null || person === null
          ? null
          : { subscription, person, names: await namesFor(db, deliveries) }
      })
      const last = deliveries.at(-1)
      const facts = last === undefined ? null : factsOf(last.body)
      if (found === null) return all({ result: 'skipped', error: 'TARGET_GONE' })
      if (facts === null || last === undefined) return all({ result: 'skipped', error: 'KIND_UNKNOWN' })
      const { subscription, person, names } = found
      const { title, text } = describe(facts, names, person.language, person.timeZone)
      const more = deliveries.length - 1
      const body = [text, more === 0 ? '' : noticeCatalogues[person.language].more(wordsOf({ count: more }))]
      const payload = {
        title,
        body: body.filter((part) => part !== '').join('\n'),
        url: publicUrl + pathOf(facts, names),
        tag: last.id,
      }
      try {
        const answer = await outbound.post({
          url: subscription.endpoint,
          headers: {
            authorization: vapid.authorization(subscription.endpoint, now),
            'content-encoding': 'aes128gcm',
            'content-type': 'application/octet-stream',
            ttl: String(DAY_S),
            urgency: 'normal',
            // The same message sent again takes the place of the one that still waits.
            topic: createHash('sha256').update(last.id).digest('base64url').slice(0, 32),
          },
          body: encryptPush(Buffer.from(JSON.stringify(payload)), subscription),
        })
        const { status } = answer
        if (status >= 200 && status < 300) return all({ result: 'sent' })
        if (status === 404 || status === 410) {
          await database.write(tenantId, (db) => deleteSubscription(db, { id: targetId }))
          return all({ result: 'dead', error: 'PUSH_GONE', detail: String(status) })
        }
        return all({ result: 'retry', error: `HTTP_${status}`, detail: answer.body.slice(0, 200) })
      } catch (error) {
        if (error instanceof TargetRefused) return all({ result: 'dead', error: error.message })
        const { code, message } = error as NodeJS.ErrnoException
        return all({ result: 'retry', error: 'UNREACHABLE', detail: code ?? message })
      }
    },
  }
}
