import type { Platform } from '../../platform/context.ts'
import { allAlike, type Fate, type Sender } from '../../platform/deliveries/index.ts'
import { type Outbound, TargetRefused } from '../../platform/outbound/index.ts'
import { unseal } from '../../platform/sealed.ts'
import { factsOf, isTest, namesFor } from '../delivery-facts.ts'
import { noticeCatalogues, wordsOf } from '../describe.ts'
import type { RobotAdapter, Verdict } from './adapter.ts'
import { dingtalk } from './dingtalk.ts'
import { feishu } from './feishu.ts'
import { groupMessage } from './group-message.ts'
import { type RobotVendor, readRobotSecrets } from './store.ts'
import { wecom } from './wecom.ts'

export const robotAdapters: Readonly<Record<RobotVendor, RobotAdapter>> = { wecom, dingtalk, feishu }
export const ROBOT_SECRETS = 'robot secrets'

/** Half of what the vendors allow: our minutes are not theirs, and two of ours may touch one of theirs. */
const PER_MINUTE = 10
const BUSY_MS = 60_000

/** Group robots. Whatever waits for one goes out as one message: ten thousand leads must not be ten thousand lines. */
export function robotSender({ database, publicUrl, secret }: Platform, outbound: Outbound): Sender {
  return {
    channel: 'robot',
    batch: 1_000,
    perMinute: PER_MINUTE,
    async send({ tenantId, targetId }, deliveries, now) {
      const { robot, names } = await database.read(tenantId, async (db) => ({
        robot: await readRobotSecrets(db, targetId),
        names: await namesFor(db, deliveries),
      }))
      if (robot === null || (!robot.enabled && !deliveries.some(isTest)))
        return allAlike(deliveries, { result: 'skipped', error: 'ROBOT_OFF' })
      const adapter = robotAdapters[robot.vendor]
      const address = {
        url: unseal(robot.address, secret, ROBOT_SECRETS).toString('utf8'),
        secret:
          robot.signingSecret === null
            ? null
            : unseal(robot.signingSecret, secret, ROBOT_SECRETS).toString('utf8'),
      }
      const facts = deliveries.flatMap((delivery) => factsOf(delivery.body) ?? [])
      const message = groupMessage(facts, names, {
        lang: robot.language,
        publicUrl,
        showsContacts: robot.showsContacts,
        maxBytes: adapter.maxBytes,
      })
      const test = noticeCatalogues[robot.language].test(wordsOf({ name: robot.name }))
      const said = deliveries.some(isTest)
        ? { title: test, markdown: [test, message.markdown].filter((part) => part !== '').join('\n\n') }
        : message
      const verdict = await adapter.post(outbound, address, said, now).catch(unreachable)
      return allAlike(deliveries, fateOf(verdict))
    },
  }
}

function unreachable(error: unknown): Verdict {
  if (error instanceof TargetRefused)
    return { kind: 'broken', error: error.message, detail: 'the address may not be reached from here' }
  const { code, message } = error as NodeJS.ErrnoException
  return { kind: 'failed', error: 'UNREACHABLE', detail: code ?? message }
}

function fateOf(verdict: Verdict): Fate {
  switch (verdict.kind) {
    case 'sent':
      return { result: 'sent' }
    case 'broken':
      return { result: 'dead', error: verdict.error, detail: verdict.detail }
    case 'busy':
      return {
        result: 'retry',
        error: verdict.error,
        detail: verdict.detail,
        afterMs: verdict.afterMs ?? BUSY_MS,
      }
    case 'failed':
      return { result: 'retry', error: verdict.error, detail: verdict.detail }
  }
}
