import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller, Language } from '../platform/http/index.ts'
import { dueIn } from './due-dates.ts'
import type { Tasks } from './services.ts'

/** A step of the policy as a card ready to be dispatched: with a date, and with how. */
export interface ProposedTask {
  readonly stepId: string
  readonly title: string
  readonly standard: string
  readonly acceptance: string
  readonly dueAt: string
  readonly value: 'high' | 'mid' | 'low' | null
  readonly difficulty: 'easy' | 'medium' | 'hard' | null
  /** It was dispatched for this customer before. */
  readonly taken: boolean
}

export interface ProposedSteps {
  readonly customerClass: string | null
  readonly steps: readonly ProposedTask[]
}

/** The standard next steps of the customer's class (policy group `tasks`), dated from now. */
export async function proposeSteps(
  db: TenantReader,
  tasks: Tasks,
  { principal, reach }: Caller,
  now: number,
  itemId: string | null,
  language: Language,
): Promise<ProposedSteps> {
  const { tasks: policy, timeZone } = await tasks.policyOf(db)
  const item = itemId === null ? null : (await tasks.customers.describeItems(db, [itemId])).get(itemId)
  if (itemId !== null) {
    const visible = await tasks.people.visibleRepIds(db, principal, reach)
    const owner = item?.ownerId ?? null
    if (item == null || (visible !== null && (owner === null ? reach !== 'team' : !visible.includes(owner))))
      throw new ProblemError('NOT_FOUND')
  }
  const customerClass = item?.tier ?? (item == null ? null : 'C')
  const taken =
    itemId === null
      ? []
      : await db.query<{ stepId: string }>(
          `select distinct step_id as "stepId" from task where tenant_id = $1 and item_id = $2 and step_id is not null
           and state <> 'cancelled'`,
          [db.tenantId, itemId],
        )
  return {
    customerClass,
    steps: (policy.nextSteps[customerClass ?? 'free'] ?? []).map((step) => {
      const words = language === 'en' ? step.en : step.zh
      return {
        stepId: step.id,
        title: item == null ? words.title : `${words.title}${language === 'en' ? ': ' : '：'}${item.name}`,
        standard: words.standard,
        acceptance: words.acceptance ?? '',
        dueAt: new Date(dueIn(step.dueInDays, policy, now, timeZone)).toISOString(),
        value: step.value ?? null,
        difficulty: step.difficulty ?? null,
        taken: taken.some((one) => one.stepId === step.id),
      }
    }),
  }
}
