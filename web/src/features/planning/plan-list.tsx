import { ChevronRight, Waypoints } from 'lucide-react'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Plan } from './plan-api.ts'
import { gapWords, kindWords, stateTones, stateWords, subjectOf } from './plan-words.ts'

/** Plans made so far, newest first; each opens. */
export function PlanList({ plans, onOpen }: { plans: readonly Plan[]; onOpen: (id: string) => void }) {
  if (plans.length === 0)
    return (
      <EmptyState icon={<Waypoints />} title={m.plan_empty_title()}>
        {m.plan_empty_text()}
      </EmptyState>
    )
  const now = new Date()
  return (
    <ul className="divide-y divide-line border-t border-line">
      {plans.map((plan) => (
        <li key={plan.id} data-plan>
          <button
            type="button"
            onClick={() => onOpen(plan.id)}
            className="flex w-full items-center gap-3 px-4 py-3 text-left text-sm transition-colors duration-100 hover:bg-ink/3 focus-visible:-outline-offset-2"
          >
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="truncate font-medium">
                  {[kindWords[plan.kind](), subjectOf(plan)].filter(Boolean).join(' · ')}
                </span>
                <Badge tone={stateTones[plan.state]}>{stateWords[plan.state]()}</Badge>
              </span>
              <span className="block truncate text-xs text-quiet">
                {[
                  formatDateTime(new Date(plan.createdAt), now),
                  plan.summary &&
                    m.plan_placed_of({
                      placed: formatNumber(plan.summary.placed),
                      items: formatNumber(plan.summary.items),
                    }),
                  plan.summary && plan.summary.placed > 0 && gapWords(plan.summary),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
          </button>
        </li>
      ))}
    </ul>
  )
}
