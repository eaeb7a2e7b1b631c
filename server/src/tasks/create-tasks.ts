import { taskPolicyOf } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'
import { forgettingSweep } from '../platform/jobs/forget.ts'
import { noticeSweep } from './fire-notices.ts'
import { taskTraces } from './person-traces.ts'
import type { Tasks } from './services.ts'
import { readTaskItems } from './task-items.ts'

/** As long as what people were told of it can be read. */
const NOTICES_KEPT_MS = 90 * 86_400_000

export function createTasks({
  platform,
  people,
  customers,
  assignment,
  policies,
}: Omit<Tasks, 'policyOf' | 'sweeps'>): Tasks {
  // Tasks are work like any other: what the engine is told of them comes from here.
  customers.itemsAlsoFrom((db, ids) => readTaskItems(db, customers, ids))
  assignment.tracesIn(taskTraces)
  const tasks = {
    platform,
    people,
    customers,
    assignment,
    policies,
    async policyOf(db: TenantReader) {
      const { policy } = await policies.current(db)
      return { tasks: taskPolicyOf(policy), timeZone: policy.timeZone }
    },
  }
  return {
    ...tasks,
    sweeps: [
      noticeSweep(tasks),
      forgettingSweep(platform, 'tasks.forget', [
        { table: 'task_notice', since: 'fired_at', keptMs: NOTICES_KEPT_MS, and: 'fired_at is not null' },
      ]),
    ],
  }
}
