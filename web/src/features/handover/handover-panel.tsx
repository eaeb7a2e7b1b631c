import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel, PanelSection } from '../../ui/panel.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { DeclineHandover } from './decline-handover.tsx'
import { handoverQuery } from './handover-api.ts'
import { causeOf, declineReasons, standingOf } from './handover-words.ts'
import { ReadChecklist } from './read-checklist.tsx'
import { ScoreForm } from './score-form.tsx'
import { WriteChecklist } from './write-checklist.tsx'

const kinds = {
  lead: m.handover_kind_lead,
  opportunity: m.handover_kind_opportunity,
  account: m.handover_kind_account,
} as const

const pages = { lead: '/leads', opportunity: '/opportunities', account: '/customers' } as const

/** One handover, as whoever opens it has to deal with it: written, read and confirmed, scored, or looked at. */
export function HandoverPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const navigate = useNavigate()
  const decides = useMay()('leads.override')
  const found = useQuery(handoverQuery(id))
  const one = found.data
  const first = one?.items[0]
  const standing = one && standingOf(one, new Date())
  return (
    <Panel
      open
      onOpenChange={(open) => !open && onClose()}
      title={one?.title ?? m.handover_title()}
      subtitle={one && m.handover_from_to({ from: one.from.name, to: one.to.name })}
    >
      {one ? (
        <>
          <section className="mb-5 rounded-lg bg-sunken p-3 text-sm">
            <p className="flex flex-wrap items-center gap-2">
              {standing && <Badge tone={standing.tone}>{standing.text}</Badge>}
              {one.customerClass && <Badge>{one.customerClass}</Badge>}
              <span className="text-quiet">{causeOf(one)}</span>
            </p>
            <ul className="mt-2 flex flex-col gap-1">
              {one.items.map((item) => (
                <li key={item.id} className={item.withdrawn ? 'text-faint line-through' : undefined}>
                  {(kinds[item.kind as keyof typeof kinds] ?? m.handover_kind_lead)()} · {item.name}
                </li>
              ))}
            </ul>
          </section>
          {one.declined && (
            <p className="mb-5 rounded-lg bg-bad-tint p-3 text-sm text-bad">
              {m.handover_declined_because({
                name: one.to.name,
                reason: declineReasons[one.declined.reason](),
              })}
              {one.declined.note && <span className="mt-1 block break-words">{one.declined.note}</span>}
            </p>
          )}
          {one.declined && decides && first && (
            <Button
              className="mb-5"
              data-decide
              onClick={() =>
                void navigate({
                  to: pages[first.kind as keyof typeof pages] ?? '/leads',
                  search: { open: first.id },
                })
              }
            >
              {m.handover_decide()}
            </Button>
          )}
          {one.may.write && one.state === 'requested' ? (
            <WriteChecklist key={one.id} handover={one} />
          ) : (
            <ReadChecklist key={`${one.id} ${one.version}`} handover={one} />
          )}
          {one.may.decline && <DeclineHandover handover={one} onDone={onClose} />}
          {one.may.score && <ScoreForm handover={one} />}
          {one.score !== null && (
            <PanelSection title={m.handover_score_title()}>
              <p className="text-sm">
                {m.handover_scored({ score: formatNumber(one.score) })}
                {one.scoreNote && <span className="block text-quiet">{one.scoreNote}</span>}
              </p>
            </PanelSection>
          )}
        </>
      ) : found.error ? (
        <LoadFailed query={found} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Panel>
  )
}
