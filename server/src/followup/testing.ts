import { defaultHandover } from '@peineng/engine'
import type { TestApp, TestTenant } from '../../test/test-app.ts'

/** Lets the service live through time: it beats and sweeps at the moments given, as it would if it had been up. */
export interface Life {
  /** Everything announced is heard, everything due is done, now. */
  sweep(): Promise<void>
  /** One sweep by its name. */
  run(name: string): Promise<void>
  /** Up until then, looking every `stepMs`. */
  liveUntil(at: number, stepMs?: number): Promise<void>
  /** Up until then, looking exactly when something falls due. */
  liveByClocks(at: number): Promise<void>
  /** Away until then: no beat, no sweep. */
  awayUntil(at: number): void
  firings(
    tenant: TestTenant,
  ): Promise<{ kind: string; effect: string; subjectId: string; at: number; dueAt: number }[]>
  rows<R extends Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** Nobody has to hand over in writing: clocks start with the change of hands. Before the company's first decision. */
  withoutHandovers(tenant: TestTenant): Promise<void>
}

const MINUTE = 60_000
/** Questions of a tenth of a millisecond each: longer than any transaction of a test. */
const MOST_TRIES = 200_000

export function lifeOf(test: TestApp): Life {
  const { database } = test.platform
  const run = async (name: string): Promise<void> => {
    const sweep = test.slices.sweeps.find((one) => one.name === name)
    if (sweep === undefined) throw new Error(`there is no sweep ${name}`)
    await sweep.run(new AbortController().signal)
  }
  const rows = async <R extends Record<string, unknown>>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<R[]> => (await database.owner.query<R>(text, [...values])).rows
  /** Readers wait for every transaction of the cluster that began before; here the clock would jump on without them. */
  const heard = async (): Promise<void> => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const [last] = await rows<{ visible: boolean }>(
        `select xid < pg_snapshot_xmin(pg_current_snapshot()) as visible from event order by xid desc limit 1`,
      )
      if (last?.visible !== false) break
    }
    await run('subscription:followup')
  }
  const sweep = async (): Promise<void> => {
    await heard()
    await run('resync-clocks')
    await run('fire-timers')
    await heard()
  }
  return {
    sweep,
    run,
    async withoutHandovers({ id }) {
      await rows(
        `update policy_version set document = document || jsonb_build_object('handover', $2::jsonb) where tenant_id = $1`,
        [id, JSON.stringify({ ...defaultHandover, required: false })],
      )
    },
    async liveUntil(at, stepMs = 30 * MINUTE) {
      while (test.clock.now() < at) {
        test.clock.set(Math.min(at, test.clock.now() + stepMs))
        // It beat all along; only what happens at the looks is played out.
        await rows('update service_beat set beat_at = greatest(beat_at, $1)', [
          new Date(test.clock.now() - 1_000),
        ])
        await sweep()
      }
    },
    async liveByClocks(at) {
      for (;;) {
        const [next] = await rows<{ due: Date | null }>(
          'select min(due_at) as due from timer where due_at <= $1',
          [new Date(at)],
        )
        if (next?.due == null) break
        test.clock.set(Math.max(test.clock.now(), next.due.getTime()))
        await rows('update service_beat set beat_at = greatest(beat_at, $1)', [
          new Date(test.clock.now() - 1_000),
        ])
        await sweep()
      }
      test.clock.set(Math.max(test.clock.now(), at))
      await rows('update service_beat set beat_at = greatest(beat_at, $1)', [
        new Date(test.clock.now() - 1_000),
      ])
    },
    awayUntil: (at) => test.clock.set(at),
    async firings(tenant) {
      const found = await rows<{ kind: string; effect: string; subjectId: string; at: Date; dueAt: Date }>(
        `select kind, effect, subject_id as "subjectId", at, due_at as "dueAt" from timer_firing
         where tenant_id = $1 and kind <> 'checkpoint' order by at, id`,
        [tenant.id],
      )
      return found.map((row) => ({ ...row, at: row.at.getTime(), dueAt: row.dueAt.getTime() }))
    },
    rows,
  }
}
