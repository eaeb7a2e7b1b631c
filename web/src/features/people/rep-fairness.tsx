import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'

type Fairness = paths['/api/v1/reps/{id}/fairness']['get']['responses']['200']['content']['application/json']
type Account = Fairness['queues'][number]

const turns = (thousandths: number): string => formatNumber(thousandths / 1000, 1)
const percent = (permille: number): string => `${formatNumber(permille / 10, 1)} %`
/** Less than a turn either way is how turns fall. */
const ONE_TURN = 1000

/** What a rep got out of each queue and where they stand; colleagues only as figures without names. */
export function RepFairnessCard({ repId }: { repId: string }) {
  const found = useQuery({
    queryKey: ['rep', repId, 'fairness'],
    queryFn: () => unwrap(api.GET('/api/v1/reps/{id}/fairness', { params: { path: { id: repId } } })),
  })
  const { data } = found
  const title =
    data === undefined || data.since === null
      ? m.people_fairness()
      : m.people_fairness_since({ day: formatDay(new Date(data.since), new Date()) })
  return (
    <Card title={title}>
      {data === undefined ? (
        found.error ? (
          <LoadFailed query={found} />
        ) : (
          <SkeletonLines />
        )
      ) : data.queues.length === 0 ? (
        <p className="text-sm text-quiet">{m.people_fairness_empty()}</p>
      ) : (
        <>
          <ul className="flex flex-col gap-4" data-fairness>
            {data.queues.map((account) => (
              <QueueRow key={account.queue} account={account} />
            ))}
          </ul>
          <p className="mt-3 text-xs text-quiet">
            {data.measure === 'value' ? m.people_fairness_by_value() : m.people_fairness_by_count()}{' '}
            {m.people_fairness_bound({ turns: formatNumber(data.maxTurns) })}
          </p>
        </>
      )}
      {data !== undefined && data.credits.length > 0 && <Credits credits={data.credits} />}
    </Card>
  )
}

function QueueRow({ account }: { account: Account }) {
  const { others } = account
  const begun =
    account.calibration === 0 ? '' : ` · ${m.people_fairness_begun({ turns: turns(account.calibration) })}`
  return (
    <li>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span className="min-w-0 truncate">
          {account.queue === 'all' ? m.people_fairness_all() : account.queue}
        </span>
        {account.behind !== null && <Standing behind={account.behind} />}
      </div>
      {account.sharePermille !== null && (
        <div className="relative my-1.5 h-1.5 rounded-full bg-ink/8" aria-hidden>
          <div
            className="h-full rounded-full bg-accent"
            style={{ width: `${Math.min(100, account.sharePermille / 10)}%` }}
          />
          <div
            className="absolute -top-0.5 h-2.5 w-0.5 bg-ink"
            style={{ left: `${Math.min(99, account.targetPermille / 10)}%` }}
          />
        </div>
      )}
      <p className="text-xs text-quiet">
        {account.sharePermille === null
          ? m.people_fairness_turns({
              turns: turns(account.received),
              target: percent(account.targetPermille),
            })
          : m.people_fairness_own({
              turns: turns(account.received),
              share: percent(account.sharePermille),
              target: percent(account.targetPermille),
            })}
        {begun}
      </p>
      <p className="text-xs text-quiet">
        {others === null
          ? m.people_fairness_few()
          : m.people_fairness_others({
              count: others.count,
              received: turns(others.received),
              lowest: turns(others.lowest),
              median: turns(others.median),
              highest: turns(others.highest),
              below: formatNumber(others.below),
            })}
      </p>
    </li>
  )
}

function Standing({ behind }: { behind: number }) {
  if (Math.abs(behind) < ONE_TURN) return <Badge>{m.people_fairness_even()}</Badge>
  return (
    <Badge tone="tint">
      {behind > 0
        ? m.people_fairness_behind({ turns: turns(behind) })
        : m.people_fairness_ahead({ turns: turns(-behind) })}
    </Badge>
  )
}

function Credits({ credits }: { credits: Fairness['credits'] }) {
  const now = new Date()
  return (
    <>
      <h3 className="mt-4 mb-1 text-sm font-medium">{m.people_fairness_credits()}</h3>
      <ul className="flex flex-col text-sm">
        {credits.map((credit) => (
          <li key={credit.itemId}>
            <Link
              to="/leads"
              search={{ open: credit.itemId }}
              className="-mx-2 flex min-h-10 items-center justify-between gap-3 rounded-md px-2 hover:bg-ink/5 max-md:min-h-11"
            >
              <span>{formatDay(new Date(credit.at), now)}</span>
              <span className="text-quiet">
                {m.people_fairness_credit({ turns: turns(credit.thousandths) })}
                {credit.ownWord && ` · ${m.people_fairness_own_word()}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
