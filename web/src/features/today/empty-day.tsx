import { Sun } from 'lucide-react'
import { NextStep } from '../../app/next-step.tsx'
import { m } from '../../i18n/messages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Nothing on my hands: work comes by itself, or is taken from the pool. */
export function EmptyDay() {
  return (
    <EmptyState
      icon={<Sun />}
      title={m.today_empty_title()}
      action={<NextStep steps={[{ to: '/pool', needs: 'pools.claim', label: m.today_empty_pool() }]} />}
    >
      {m.today_empty_detail()}
    </EmptyState>
  )
}
