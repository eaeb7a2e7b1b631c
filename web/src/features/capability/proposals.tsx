import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useMay } from '../../app/session/use-may.ts'
import { formatDay, formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { decide, type Proposal } from './capability-api.ts'
import { points } from './strength-words.ts'

/** What the month's figures suggest for people; a manager's word decides. */
export function Proposals({ proposals, withNames }: { proposals: readonly Proposal[]; withNames: boolean }) {
  const mayDecide = useMay()('capability.decide')
  const client = useQueryClient()
  const word = useMutation({
    mutationFn: ({ id, accept }: { id: string; accept: boolean }) => decide(id, accept),
    onSuccess: () =>
      Promise.all(['capability', 'rep'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  })
  const shown = proposals.filter((one) => one.state === 'open' || one.byPolicy)
  if (shown.length === 0) return null
  return (
    <Card
      title={m.capability_proposals()}
      aside={<span className="text-xs text-quiet">{m.capability_proposals_note()}</span>}
    >
      <ul className="flex flex-col gap-2">
        {shown.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-sunken px-3 py-2"
          >
            <div className="min-w-56 flex-1">
              <p className="text-sm">
                {withNames && <b className="font-medium">{one.rep.name} · </b>}
                {proposalWords(one)}
              </p>
              <p className="text-xs text-quiet">{evidenceWords(one)}</p>
            </div>
            {one.byPolicy && <Badge tone="outline">{m.capability_by_policy()}</Badge>}
            {mayDecide && (
              <div className="flex gap-2">
                {one.state === 'open' && (
                  <Button
                    size="sm"
                    icon={<Check aria-hidden />}
                    disabled={word.isPending}
                    onClick={() => word.mutate({ id: one.id, accept: true })}
                  >
                    {m.capability_accept()}
                  </Button>
                )}
                <Button
                  size="sm"
                  look="ghost"
                  icon={<X aria-hidden />}
                  disabled={word.isPending}
                  onClick={() => word.mutate({ id: one.id, accept: false })}
                >
                  {m.capability_decline()}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function proposalWords(one: Proposal): string {
  const level = { tag: one.subject, level: String(one.proposed ?? 0), was: String(one.was ?? 0) }
  if (one.kind === 'weight') return m.capability_propose_weight(level)
  if (one.kind === 'stale_tag') return m.capability_propose_stale({ tag: one.subject })
  return one.was === null ? m.capability_propose_tag(level) : m.capability_propose_level(level)
}

function evidenceWords({ kind, family, evidence }: Proposal): string {
  const { outcomes, wins, rate, low, high, teamRate, lastAt } = evidence
  if (kind === 'weight')
    return m.capability_evidence_weight({
      count: outcomes,
      points: points(rate ?? 0),
      low: points(low ?? 0),
      high: points(high ?? 0),
    })
  if (family === 'rhythm')
    return m.capability_evidence_rhythm({
      count: outcomes,
      days: formatNumber(rate ?? 0),
      team: formatNumber(teamRate ?? 0),
    })
  if (rate === null) return m.capability_evidence_none()
  const figures = m.capability_evidence_rate({
    won: String(wins ?? 0),
    count: outcomes,
    rate: formatPercent(rate),
    low: formatPercent(low ?? rate),
    high: formatPercent(high ?? rate),
    team: formatPercent(teamRate ?? 0),
  })
  return lastAt === null
    ? figures
    : `${figures} · ${m.capability_evidence_last({ day: formatDay(new Date(lastAt), new Date()) })}`
}
