import { createTransport } from 'nodemailer'
import type { Log } from '../platform/log.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** `shown`: nobody was written to, so whoever asked has to pass the link on. */
export type Delivery = 'mailed' | 'shown'

export interface Mailer {
  readonly available: boolean
  send(letter: Letter): Promise<Delivery>
}

/** Mail by SMTP_URL. A server that does not answer is no reason to fail what was asked: the link is shown instead. */
export function createMailer(smtpUrl: string | null, from: string, log: Pick<Log, 'error'>): Mailer {
  if (smtpUrl === null) return { available: false, send: async () => 'shown' }
  const transport = createTransport(smtpUrl, { from })
  return {
    available: true,
    async send(letter) {
      try {
        await transport.sendMail(letter)
        return 'mailed'
      } catch (error) {
        log.error({ err: error }, 'a mail could not be sent')
        return 'shown'
      }
    },
  }
}
