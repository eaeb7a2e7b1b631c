import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { HeartPulse } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { NextStep } from '../../app/next-step.tsx'
import { useSession } from '../../app/session/session.ts'
import { formatDateTime, formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { TrafficLight } from '../../ui/traffic-light.tsx'
import { workloadQuery } from '../people/people-api.ts'
import { type Health, healthQuery, type Risk } from './followup-api.ts'
import { riskWord } from './risk-words.ts'

/** 我的任务健康报告; leaders may look at their people's. */
export function HealthTab() {
  const session = useSession()
  const own = session.data?.repId ?? null
  const leads = session.data?.permissions['leads.read'] !== 'own'
  const people = useQuery({ ...workloadQuery, enabled: leads })
  const [chosen, setChosen] = useState<string | null>(null)
  const everybody = people.data?.items ?? []
  const repId = chosen ?? own ?? everybody[0]?.repId ?? null
  const report = useQuery({ ...healthQuery(repId ?? ''), enabled: repId !== null })
  return (
    <div className="flex flex-col gap-4">
      {leads && everybody.length > 0 && (
        <Select
          className="max-w-64"
          label={m.followup_health_of()}
          value={repId ?? ''}
          onChange={setChosen}
          options={everybody.map((rep) => ({ value: rep.repId, label: rep.name }))}
        />
      )}
      {report.data ? (
        <Report report={report.data} />
      ) : report.error || people.error ? (
        <LoadFailed query={report.error ? report : people} />
      ) : repId === null && !people.isLoading ? (
        <EmptyState
          icon={<HeartPulse />}
          title={m.people_no_reps()}
          action={<NextStep steps={[{ to: '/people', needs: 'people.manage', label: m.people_add() }]} />}
        >
          {m.people_no_reps_text()}
        </EmptyState>
      ) : (
        <SkeletonLines lines={6} />
      )}
    </div>
  )
}

function Report({ report }: { report: Health }) {
  if (report.red + report.yellow + report.green === 0)
    return (
      <EmptyState
        icon={<HeartPulse />}
        title={m.followup_health_none()}
        action={<NextStep steps={[{ to: '/pool', needs: 'pools.claim', label: m.today_empty_pool() }]} />}
      />
    )
  return (
    <>
      <div className="grid grid-cols-4 gap-3 max-md:grid-cols-2">
        <StatTile label={m.followup_health_red()} value={formatNumber(report.red)} />
        <StatTile label={m.followup_health_yellow()} value={formatNumber(report.yellow)} />
        <StatTile label={m.followup_health_green()} value={formatNumber(report.green)} />
        <StatTile
          label={m.followup_health_unfollowed()}
          value={formatPercent(report.unfollowedPermille / 1000)}
        />
      </div>
      <Card title={m.followup_health_next()} aside={<TrafficLight light={report.colour} />}>
        {report.nextSteps.length === 0 ? (
          <p className="text-sm text-quiet">{m.followup_health_all_green()}</p>
        ) : (
          <RiskList risks={report.nextSteps} />
        )}
      </Card>
      {report.risks.length > report.nextSteps.length && (
        <Card title={m.followup_health_risks()}>
          <RiskList risks={report.risks.slice(report.nextSteps.length)} />
        </Card>
      )}
    </>
  )
}

function RiskList({ risks }: { risks: readonly Risk[] }) {
  const navigate = useNavigate()
  const now = new Date()
  return (
    <ol className="flex flex-col divide-y divide-line">
      {risks.map((risk) => {
        const line = [risk.item.company, risk.item.name].filter(Boolean).join(' · ')
        return (
          <li key={risk.item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
            <TrafficLight light={risk.colour} />
            <div className="min-w-0 flex-1 basis-52">
              <p className="text-sm font-medium">{riskWord(risk.code)}</p>
              {risk.item.kind === 'lead' ? (
                <button
                  type="button"
                  className="block max-w-full truncate text-left text-sm text-accent hover:underline max-md:min-h-11"
                  onClick={() => void navigate({ to: '/leads', search: { open: risk.item.id } })}
                >
                  {line}
                </button>
              ) : (
                <p className="truncate text-sm text-quiet">{line}</p>
              )}
              {risk.dueAt && (
                <p className="text-xs text-quiet">
                  {m.followup_health_due({ at: formatDateTime(new Date(risk.dueAt), now) })}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
