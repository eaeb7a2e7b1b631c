import { useQuery } from '@tanstack/react-query'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime, formatMoney, formatNumber, formatPhone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Panel, PanelSection } from '../../ui/panel.tsx'
import { leadQuery } from '../leads/lead-api.ts'
import { LeadHistory } from '../leads/lead-history.tsx'
import { type Pool, type PoolItem, windowsQuery } from './pool-api.ts'
import { itemTitle, originText } from './pool-words.ts'
import { TakeButton } from './take-button.tsx'
import type { PoolActions } from './use-pool-actions.ts'

type PoolPanelProps = {
  pool: Pool
  item: PoolItem
  actions: PoolActions
  now: number
  onClose: () => void
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
}

/** One record of a pool with its history; opening it counts as a view, so the answer may be a refusal. */
export function PoolPanel({ pool, item, actions, now, onClose, onPrevious, onNext }: PoolPanelProps) {
  const isLead = item.kind === 'lead'
  const detail = useQuery({ ...leadQuery(item.id), enabled: isLead, retry: false })
  const facts: [string, string | null][] = [
    [
      m.pools_contact(),
      [item.name, item.phone && formatPhone(item.phone), item.email].filter(Boolean).join(' · '),
    ],
    [m.leads_region(), item.region],
    [m.leads_industry(), item.industry],
    [m.leads_product(), item.product],
    [m.leads_source(), item.source],
    [m.leads_amount(), item.amount === null ? null : formatMoney(item.amount * 100)],
  ]
  return (
    <Panel
      open
      onOpenChange={(open) => !open && onClose()}
      title={itemTitle(item)}
      subtitle={[item.region, item.industry].filter(Boolean).join(' · ')}
      onPrevious={onPrevious}
      onNext={onNext}
      actions={<TakeButton pool={pool} item={item} actions={actions} now={now} wide />}
    >
      <section className="mb-6 flex flex-col gap-1.5 rounded-lg bg-sunken p-3 text-sm">
        <p>
          {originText(item)} · {formatDateTime(new Date(item.enteredAt), new Date(now))}
        </p>
        {item.formerOwner && (
          <p className="text-quiet">{m.pools_former_owner({ name: item.formerOwner.name })}</p>
        )}
        {item.match !== null && item.match > 0 && (
          <p className="text-quiet">{m.pools_match_points({ points: formatNumber(item.match / 1000, 1) })}</p>
        )}
        <p className="text-quiet">{m.pools_masked_hint()}</p>
      </section>
      <PanelSection title={m.leads_facts()}>
        <dl className="grid grid-cols-[5.5rem_1fr] gap-y-1.5 text-sm">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-quiet">{label}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
        </dl>
        {item.tags.length > 0 && (
          <p className="mt-2 flex flex-wrap gap-1.5">
            {item.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </p>
        )}
      </PanelSection>
      {detail.error && !detail.data && <LoadFailed query={detail} />}
      {detail.data && <LeadHistory leadId={item.id} />}
      {pool.mode === 'sealed' && <Draws pool={pool} now={now} />}
    </Panel>
  )
}

const SHOWN = 5

/** How the last windows of this pool were drawn: every ticket and the seed, so that anybody can draw again. */
function Draws({ pool, now }: { pool: Pool; now: number }) {
  const windows = useQuery(windowsQuery(pool.id))
  const drawn = (windows.data?.items ?? []).filter((one) => one.closedAt !== null).slice(0, SHOWN)
  if (drawn.length === 0) return null
  return (
    <PanelSection title={m.pools_draws()}>
      <ol className="flex flex-col gap-3 text-sm">
        {drawn.map((one) => (
          <li key={one.id} className="flex flex-col gap-0.5">
            <span>
              {one.winner ? m.pools_drawn_winner({ name: one.winner.name }) : m.pools_drawn_nobody()}{' '}
              <span className="text-quiet">{formatDateTime(new Date(one.closesAt), new Date(now))}</span>
            </span>
            <span className="text-quiet">
              {one.tickets
                .map((ticket) =>
                  m.pools_ticket({ name: ticket.rep.name, tickets: formatNumber(ticket.tickets) }),
                )
                .join(' · ')}
            </span>
            <span className="break-all text-xs text-faint">
              {m.pools_seed({ seed: String(one.seed), nonce: one.nonce ?? '' })}
            </span>
          </li>
        ))}
      </ol>
    </PanelSection>
  )
}
