import { useQuery } from '@tanstack/react-query'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { standingQuery } from './pool-api.ts'
import { originText, protectionText } from './pool-words.ts'

/** On a record's page: which pool it came from, until when it is protected and why, and where a recall would take it. */
export function PoolStanding({ leadId }: { leadId: string }) {
  const { data } = useQuery(standingQuery(leadId))
  if (!data || (data.pool === null && data.protection === null)) return null
  const now = new Date()
  return (
    <section aria-label={m.pools_standing()} className="mb-6 flex flex-col gap-1 text-sm">
      {data.pool && data.enteredAt && (
        <p>
          {data.lying
            ? m.pools_lies_in({ pool: data.pool.name })
            : m.pools_came_from({ pool: data.pool.name })}
          <span className="text-quiet">
            {' '}
            {originText(data)} · {formatDateTime(new Date(data.enteredAt), now)}
          </span>
        </p>
      )}
      {data.protection && <p className="text-quiet">{protectionText(data.protection)}</p>}
      {data.protection?.recallAt && data.recallTo && (
        <p className="text-quiet">{m.pools_recall_to({ pool: data.recallTo.name })}</p>
      )}
    </section>
  )
}
