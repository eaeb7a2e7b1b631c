import { composeApp, composeSlices, type Slices } from '../src/compose.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import type { App } from '../src/platform/http/index.ts'
import type { TestApp } from './test-app.ts'

export interface MoreServers {
  readonly apps: readonly App[]
  readonly slices: readonly Slices[]
  close(): Promise<void>
}

/** Further servers on the same database: their own pools, caches, group commits, and clocks that go as wrong as said. */
export async function moreServers(
  test: TestApp,
  count: number,
  wrongByMs: readonly number[] = [],
): Promise<MoreServers> {
  const closers: (() => Promise<void>)[] = []
  const apps: App[] = []
  const all: Slices[] = []
  for (let i = 0; i < count; i++) {
    const database = openDatabase({ endpoints: test.endpoints, log: test.platform.log, poolSize: 6 })
    const clock = { now: () => test.clock.now() + (wrongByMs[i] ?? 0) }
    const platform = { ...test.platform, database, clock }
    const slices = composeSlices(platform)
    const app = await composeApp(platform, slices, { trustProxy: false, publicRateLimit: 0 })
    await app.ready()
    apps.push(app)
    all.push(slices)
    closers.push(async () => {
      await app.close()
      await slices.assignment.drained()
      await database.close()
    })
  }
  return { apps, slices: all, close: async () => void (await Promise.all(closers.map((close) => close()))) }
}
