import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatList, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { notify } from '../../ui/notify.ts'
import { PersonChip } from '../../ui/person-chip.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Relief, reliefQuery, takeRelief } from './followup-api.ts'

const POINTS = 100
const kinds = {
  peers: m.followup_relief_peers,
  reserve: m.followup_relief_reserve,
  telesales: m.followup_relief_telesales,
} as const

/** Who is above their load, and the ways to relieve them, each one press away (E9). */
export function ReliefCard() {
  const relief = useQuery(reliefQuery)
  return (
    <Card title={m.followup_relief()}>
      {relief.data ? (
        relief.data.items.length === 0 ? (
          <p className="text-sm text-quiet">{m.followup_relief_none()}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {relief.data.items.map((one) => (
              <Overloaded key={one.rep.id} relief={one} />
            ))}
          </ul>
        )
      ) : relief.error ? (
        <LoadFailed query={relief} />
      ) : (
        <SkeletonLines lines={3} />
      )}
    </Card>
  )
}

function Overloaded({ relief }: { relief: Relief }) {
  const client = useQueryClient()
  const take = useMutation({
    mutationFn: (kind: Relief['actions'][number]['kind']) => takeRelief(relief.rep.id, kind),
    onSuccess: ({ moved }) =>
      void notify({ tone: 'good', text: m.followup_relief_taken({ count: moved.length }) }),
    onSettled: () => client.invalidateQueries({ queryKey: ['workload'] }),
  })
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <PersonChip name={relief.rep.name} seed={relief.rep.id} />
        <span className="text-sm text-quiet">
          {m.followup_relief_load({
            load: formatNumber(relief.loadHundredths / POINTS, 1),
            limit: formatNumber(relief.thresholdHundredths / POINTS, 1),
          })}
        </span>
      </div>
      {relief.actions.length === 0 && (
        <p className="mt-1.5 text-sm text-quiet">{m.followup_relief_nobody()}</p>
      )}
      <ul className="mt-2 flex flex-col gap-2">
        {relief.actions.map((action) => (
          <li key={action.kind} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1 basis-56">
              <p className="text-sm font-medium">{kinds[action.kind]()}</p>
              <p className="text-xs text-quiet">
                {m.followup_relief_moves({
                  count: action.moves.length,
                  load: formatNumber(action.loadAfterHundredths / POINTS, 1),
                })}
                {' · '}
                {formatList([...new Set(action.moves.map((move) => move.to.name))])}
              </p>
            </div>
            <Button
              size="sm"
              busy={take.isPending && take.variables === action.kind}
              disabled={take.isPending}
              onClick={() => take.mutate(action.kind)}
            >
              {m.followup_relief_take()}
            </Button>
          </li>
        ))}
      </ul>
    </li>
  )
}
