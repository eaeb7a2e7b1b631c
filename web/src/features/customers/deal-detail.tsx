import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { formatMoneyFull, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { PanelSection } from '../../ui/panel.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { History } from '../leads/lead-history.tsx'
import type { Opportunity } from './customer-api.ts'
import { closeDay, outcomes, stageWord } from './deal-words.ts'
import { Facts } from './facts.tsx'
import { recordTimelineQuery } from './record-api.ts'
import { RecordStanding } from './record-standing.tsx'

const ClockList = lazy(() =>
  import('../followup/clock-list.tsx').then((part) => ({ default: part.ClockList })),
)

const day = (iso: string | null) => (iso === null ? null : formatRelativeDay(new Date(iso), new Date()))

type DealDetailProps = { deal: Opportunity; onWhy: (decisionId: string, subject: string) => void }

export function DealDetail({ deal, onWhy }: DealDetailProps) {
  const timeline = useQuery(recordTimelineQuery('opportunity', deal.id))
  return (
    <>
      <RecordStanding noun="opportunity" record={deal} onWhy={onWhy} />
      {deal.state === 'owned' && (
        <Suspense fallback={<SkeletonLines lines={2} />}>
          <ClockList kind="opportunity" id={deal.id} />
        </Suspense>
      )}
      <PanelSection title={m.accounts_facts()}>
        <Facts
          facts={[
            [m.accounts_customer(), deal.accountName],
            [m.accounts_stage(), stageWord(deal)],
            [m.accounts_outcome(), outcomes[deal.outcome]()],
            [
              m.accounts_amount(),
              deal.amount === null ? null : formatMoneyFull(deal.amount * 100, deal.currency),
            ],
            [m.accounts_close(), closeDay(deal)],
            [m.accounts_product(), deal.product],
            [m.accounts_region(), deal.region],
            [m.accounts_last(), day(deal.lastActivityAt)],
            [m.accounts_next(), day(deal.nextStepAt)],
            [m.accounts_note(), deal.note],
          ]}
        />
      </PanelSection>
      <History timeline={timeline} onWhy={(decisionId) => onWhy(decisionId, deal.name)} />
    </>
  )
}
