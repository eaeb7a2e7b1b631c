import { createTransport } from 'nodemailer'
import type { Platform } from '../../platform/context.ts'
import { allAlike, type Fate, type Outcome, type Sender } from '../../platform/deliveries/index.ts'
import { factsOf, namesFor } from '../delivery-facts.ts'
import { describe, noticeCatalogues, pathOf, wordsOf } from '../describe.ts'
import { readRecipient } from '../recipient-store.ts'

/** A mail server that says nothing is given up long before another process takes the batch up. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 }

/** One mail for whatever waits for a person: a digest is nothing but messages that wait for its hour. */
export function emailSender(platform: Platform, from: string): Sender {
  const { database, publicUrl, smtpUrl } = platform
  const transport = smtpUrl === null ? null : createTransport({ url: smtpUrl, ...PATIENCE }, { from })
  return {
    channel: 'email',
    batch: 200,
    perMinute: 30,
    async send({ tenantId, targetId }, deliveries) {
      const skipped = (error: string): readonly Outcome[] =>
        allAlike(deliveries, { result: 'skipped', error })
      if (transport === null) return skipped('EMAIL_NOT_CONFIGURED')
      const { person, names } = await database.read(tenantId, async (db) => ({
        person: await readRecipient(db, targetId),
        names: await namesFor(db, deliveries),
      }))
      if (person === null) return skipped('TARGET_GONE')
      const catalogue = noticeCatalogues[person.language]
      const facts = deliveries.flatMap((delivery) => factsOf(delivery.body) ?? [])
      const parts = facts.map((one) => {
        const { title, text } = describe(one, names, person.language, person.timeZone)
        return {
          title,
          body: [title, text, publicUrl + pathOf(one, names)].filter((p) => p !== '').join('\n'),
        }
      })
      const [first] = parts
      if (first === undefined) return skipped('KIND_UNKNOWN')
      const more = parts.length > 1 ? parts.length - 1 : undefined
      try {
        await transport.sendMail({
          to: { name: person.name, address: person.email },
          subject: catalogue.mailSubject(wordsOf({ title: first.title, count: parts.length, more })),
          text: `${parts.map((part) => part.body).join('\n\n')}\n\n${catalogue.mailFooter(
            wordsOf({ link: `${publicUrl}/settings?view=notifications` }),
          )}\n`,
          // The same batch sent again is the same mail: readers' programs show it once.
          messageId: `<${deliveries[0]?.id}.${deliveries.length}@${new URL(publicUrl).hostname}>`,
          headers: { 'auto-submitted': 'auto-generated' },
        })
        return allAlike(deliveries, { result: 'sent' })
      } catch (error) {
        return allAlike(deliveries, failed(error))
      }
    },
  }
}

/** A mailbox that does not exist will not exist tomorrow; everything else is tried again. */
function failed(error: unknown): Fate {
  const { responseCode, code, message } = error as {
    readonly responseCode?: number
    readonly code?: string
    readonly message?: string
  }
  const detail = `${responseCode ?? code ?? ''} ${message ?? ''}`.trim()
  const gone = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 550 && responseCode < 560
  return gone
    ? { result: 'dead', error: 'MAILBOX_REFUSED', detail }
    : { result: 'retry', error: 'MAIL_FAILED', detail }
}
