import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { addDays, toIsoDay } from '../../ui/iso-day.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { dayStart } from '../leads/day-start.ts'
import type { Lead } from '../leads/lead-api.ts'
import { aboutLead } from '../leads/lead-title.ts'
import { useLeadActions } from '../leads/use-lead-actions.ts'
import { NextCard, type NextDoing } from './next-card.tsx'
import { inOrder } from './next-order.ts'
import { myLeadsQuery } from './today-api.ts'

const loadLogDialog = () => import('../activities/log-dialog.tsx')
const LogDialog = lazy(() => loadLogDialog().then((part) => ({ default: part.LogDialog })))
const ReleaseDialog = lazy(() =>
  import('../leads/release-dialog.tsx').then((part) => ({ default: part.ReleaseDialog })),
)
const LeadPanel = lazy(() => import('../leads/lead-panel.tsx').then((part) => ({ default: part.LeadPanel })))
const WhyPanel = lazy(() =>
  import('../assignment/why-panel.tsx').then((part) => ({ default: part.WhyPanel })),
)
// The clocks come after the list: a phone shows what to do before what runs out.
const ClockOf = lazy(() => import('../followup/clock-chip.tsx').then((part) => ({ default: part.ClockOf })))
const OfferCards = lazy(() =>
  import('../offers/offer-cards.tsx').then((part) => ({ default: part.OfferCards })),
)
const EmptyDay = lazy(() => import('./empty-day.tsx').then((part) => ({ default: part.EmptyDay })))
const PickLead = lazy(() => import('./pick-lead.tsx').then((part) => ({ default: part.PickLead })))

/**
 * The offers, for they run out; what is put between (`children`); then my open leads, what runs out first on top, each
 * with the reason for its place.
 */
export function MyDay({ children }: { children?: ReactNode }) {
  const leads = useQuery(myLeadsQuery)
  const navigate = useNavigate()
  const { log: logFor } = useSearch({ strict: false }) as { log?: string }
  const { accept } = useLeadActions()
  const [doing, setDoing] = useState<{ what: NextDoing; lead: Lead } | null>(null)
  const [why, setWhy] = useState<{ decisionId: string; subject: string } | null>(null)
  // A note is written where there may be no network: its form is here before it is gone.
  useEffect(() => void loadLogDialog(), [])
  const now = new Date()
  const dayEnd = new Date(dayStart(addDays(toIsoDay(now), 1), organisationZone()))
  const ordered = inOrder(leads.data?.items ?? [], now, dayEnd)
  const done = () => setDoing(null)
  const stopPicking = () => void navigate({ to: '/today', search: {}, replace: true })

  return (
    <section aria-label={m.today_next()} className="flex flex-col gap-3">
      <Suspense>
        <OfferCards onOpen={(lead) => setDoing({ what: 'open', lead })} />
      </Suspense>
      {children}
      <h2 className="mt-2 text-md font-semibold">{m.today_next()}</h2>
      {leads.isPending && [1, 2, 3].map((key) => <Skeleton key={key} className="h-32 w-full rounded-lg" />)}
      {leads.error && !leads.data && <LoadFailed query={leads} page />}
      {leads.data && ordered.length === 0 && (
        <Suspense>
          <EmptyDay />
        </Suspense>
      )}
      {ordered.map(({ lead, reason }) => (
        <NextCard
          key={lead.id}
          lead={lead}
          reason={reason}
          accepting={accept.isPending && accept.variables.id === lead.id}
          onAccept={() => accept.mutate(lead)}
          onDo={(what) => setDoing({ what, lead })}
          clock={
            <Suspense>
              <ClockOf id={lead.id} />
            </Suspense>
          }
        />
      ))}
      <Suspense>
        {logFor && (
          <PickLead
            leads={ordered.map((entry) => entry.lead)}
            onClose={stopPicking}
            onPick={(lead) => {
              stopPicking()
              setDoing({ what: 'log', lead })
            }}
          />
        )}
        {doing?.what === 'log' && <LogDialog about={aboutLead(doing.lead)} onClose={done} />}
        {doing?.what === 'release' && <ReleaseDialog lead={doing.lead} onClose={done} />}
        {doing?.what === 'open' && !why && (
          <LeadPanel
            leadId={doing.lead.id}
            row={doing.lead}
            onClose={done}
            onOpen={(id) => void navigate({ to: '/leads', search: { open: id } })}
            onWhy={(decisionId, subject) => setWhy({ decisionId, subject })}
          />
        )}
        {why && <WhyPanel {...why} onClose={() => setWhy(null)} />}
      </Suspense>
    </section>
  )
}
