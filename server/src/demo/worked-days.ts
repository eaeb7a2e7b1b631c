import { stream } from '@peineng/engine'
import type { Platform } from '../platform/context.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { DemoRep } from './staff.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Before what the screens of the last weeks look at, so that these days are history and nothing else. */
const FROM_DAYS = 150
const TO_DAYS = 40

interface Call {
  readonly repId: string
  readonly itemId: string
  readonly at: Date
  readonly moved: boolean
  readonly minutes: number
}

/**
 * Sixteen weeks of calls of the first team, on the leads they had then: each of them carries so many customers a day, and
 * on busier days less moves on. One has too few days to say anything of, one is never busy enough to tell.
 */
export async function rememberDays(
  platform: Platform,
  tenantId: string,
  reps: readonly DemoRep[],
  now: number,
): Promise<void> {
  const random = stream(29)
  const team = reps.filter((rep) => rep.teamId === reps[0]?.teamId)
  await platform.database.write(tenantId, async (db) => {
    const closed = await db.query<{ id: string; repId: string }>(
      `select item_id as id, rep_id as "repId" from closed_work
       where tenant_id = $1 and rep_id = any($2::uuid[]) order by item_id`,
      [tenantId, team.map((rep) => rep.id)],
    )
    const calls: Call[] = []
    for (const [place, rep] of team.entries()) {
      const items = closed.filter((one) => one.repId === rep.id).map((one) => one.id)
      const suits = 5 + (place % 5)
      const days = place === 6 ? 12 : FROM_DAYS - TO_DAYS
      for (let n = 0; n < days; n++) {
        const at = now - (FROM_DAYS - n) * DAY
        if (n % 7 > 4) continue
        const load = Math.min(items.length, place === 5 ? 4 : 2 + random.nextInt(suits + 4))
        const start = random.nextInt(items.length + 1)
        const chance = 72 - 11 * Math.max(0, load - suits)
        for (let c = 0; c < load; c++)
          calls.push({
            repId: rep.id,
            itemId: items[(start + c) % items.length] as string,
            at: new Date(at + Math.floor((c * 7 * HOUR) / load)),
            moved: random.nextInt(100) < chance,
            minutes: 6 + random.nextInt(20),
          })
      }
    }
    await db.query(
      `insert into activity (tenant_id, id, at, created_at, item_kind, item_id, rep_id, kind, reached, summary, channel,
         direction, result, is_contact, is_progress, duration_minutes, tenure)
       select $1, c.id, c.at, c.at, 'lead', c.item, c.rep, 'call', true, '', 'phone', 'outbound',
         case when c.moved then 'interested' else 'connected' end, true, c.moved, c.minutes,
         (select o.tenure from item_ownership o where o.tenant_id = $1 and o.item_id = c.item)
       from unnest($2::uuid[], $3::timestamptz[], $4::uuid[], $5::uuid[], $6::boolean[], $7::int[])
         as c(id, at, item, rep, moved, minutes)`,
      [
        tenantId,
        calls.map((call) => uuidv7(call.at.getTime())),
        calls.map((call) => call.at),
        calls.map((call) => call.itemId),
        calls.map((call) => call.repId),
        calls.map((call) => call.moved),
        calls.map((call) => call.minutes),
      ],
    )
  })
}
