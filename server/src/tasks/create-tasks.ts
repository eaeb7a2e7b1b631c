import { taskPolicyOf } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'
import { noticeSweep } from './fire-notices.ts'
import type { Tasks } from './services.ts'
import { readTaskItems } from './task-items.ts'

export function createTasks({
  platform,
  people,
  customers,
  assignment,
  policies,
}: Omit<Tasks, 'policyOf' | 'sweeps'>): Tasks {
  // Tasks are work like any other: what the engine is told of them comes from here.
  customers.itemsAlsoFrom((db, ids) => readTaskItems(db, customers, ids))
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
  return { ...tasks, sweeps: [noticeSweep(tasks)] }
}
