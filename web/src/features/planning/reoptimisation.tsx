import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useMay } from '../../app/session/use-may.ts'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { SwitchLine } from '../../ui/switch.tsx'
import { MoveLine } from './move-line.tsx'
import { type Reoptimisation as Look, reoptimisationQuery, useSwitchReoptimisation } from './plan-api.ts'

const triggers: Record<NonNullable<Look['lastTrigger']>, () => string> = {
  schedule: m.plan_reopt_trigger_schedule,
  capacity_freed: m.plan_reopt_trigger_capacity_freed,
  policy_published: m.plan_reopt_trigger_policy_published,
  people_changed: m.plan_reopt_trigger_people_changed,
}

/** What is planned anew by itself: on or off, when it looked and why, and what it moved. */
export function Reoptimisation({ onOpen }: { onOpen: (planId: string) => void }) {
  const mayPublish = useMay()('policy.publish')
  const look = useQuery(reoptimisationQuery)
  const turn = useSwitchReoptimisation()
  const problem = turn.error ?? look.error
  return (
    <Card
      title={m.plan_kind_reoptimise()}
      aside={
        look.data && (
          <Badge tone={look.data.enabled ? 'tint' : 'plain'}>
            {look.data.enabled ? m.plan_reopt_on() : m.plan_reopt_off()}
          </Badge>
        )
      }
      flush
    >
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <p className="max-w-4xl text-sm text-quiet">{m.plan_reopt_text()}</p>
        {look.data && mayPublish && (
          <SwitchLine
            checked={look.data.enabled}
            disabled={turn.isPending}
            hint={m.plan_reopt_hint()}
            onChange={(on) => turn.mutate(on)}
          >
            {m.plan_reopt_switch()}
          </SwitchLine>
        )}
        {problem && (
          <p role="alert" className="text-sm text-bad">
            {problemSentence(problem)}
          </p>
        )}
        {look.data ? <Facts look={look.data} /> : !look.error && <SkeletonLines lines={2} />}
      </div>
      {look.data && look.data.moves.length > 0 && (
        <div className="border-t border-line">
          <h3 className="px-4 pt-3 pb-1 text-xs text-quiet">{m.plan_reopt_moves()}</h3>
          <ul className="divide-y divide-line">
            {look.data.moves.map((move) => (
              <li key={`${move.planId} ${move.n}`} data-move>
                <MoveLine move={move} onOpen={() => onOpen(move.planId)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}

function Facts({ look }: { look: Look }) {
  const now = new Date()
  const { lastAt, lastTrigger, nextAt, enabled } = look
  if (!enabled && lastAt === null) return null
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      <Fact name={m.plan_reopt_last()}>
        {lastAt === null
          ? m.plan_reopt_never()
          : [
              formatDateTime(new Date(lastAt), now),
              lastTrigger && triggers[lastTrigger](),
              m.plan_reopt_looked({ count: look.lookedAt }),
              look.moves.length === 0 && m.plan_reopt_empty(),
            ]
              .filter(Boolean)
              .join(' · ')}
      </Fact>
      {nextAt !== null && (
        <Fact name={m.plan_reopt_next()}>
          {[
            formatDateTime(new Date(nextAt), now),
            m.plan_reopt_every({
              count: formatNumber(look.everyMinutes),
              most: formatNumber(look.maxMoves),
            }),
          ].join(' · ')}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
