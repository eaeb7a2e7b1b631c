import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, unwrap } from '../../api/client.ts'
import { formatMoney, formatNumber, formatPercent, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import type { Lead, PreviewItem } from './assignment-api.ts'
import { releaseText } from './release-text.ts'
import type { useAssignment } from './use-assignment.ts'

type WaitingPanelProps = {
  lead: Lead
  preview: PreviewItem | undefined
  work: ReturnType<typeof useAssignment>
  onAccept: (repId: string) => void
}

const MILLION = 1_000_000

/** One waiting lead: why, until when, who fits best, and the manager's own choice. */
export function WaitingPanel({ lead, preview, work, onAccept }: WaitingPanelProps) {
  const now = new Date()
  const facts: [string, string | null][] = [
    [m.assign_contact(), lead.company ? lead.name : null],
    [m.assign_region(), lead.region],
    [m.assign_industry(), lead.industry],
    [m.assign_product(), lead.product],
    [m.assign_source(), lead.source],
    [m.assign_amount(), lead.amount === null ? null : formatMoney(lead.amount * 100, lead.currency)],
  ]
  return (
    <>
      <PanelSection
        title={m.assign_reason()}
        aside={lead.waitingSince && formatRelativeDay(new Date(lead.waitingSince), now)}
      >
        <div className="flex flex-col gap-1.5 rounded-md bg-sunken px-3 py-2.5 text-sm">
          <p>{lead.reason?.text}</p>
          <p className="text-quiet">{releaseText(lead.release, now)}</p>
        </div>
      </PanelSection>
      <PanelSection title={m.assign_recommendations()} aside={m.assign_recommendations_note()}>
        {preview && preview.recommendations.length > 0 ? (
          <ol className="flex flex-col gap-1.5">
            {preview.recommendations.map((rep, place) => (
              <li
                key={rep.repId}
                className="flex items-center gap-3 rounded-md border border-line px-3 py-2 text-sm"
              >
                <span className="w-3 text-xs text-faint">{place + 1}</span>
                <Avatar name={rep.name} seed={rep.repId} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{rep.name}</span>
                  <span className="block text-xs text-quiet">
                    {m.assign_score({ score: formatNumber(rep.total / 1000, 1) })}
                    {rep.propensity > 0 &&
                      rep.propensity < MILLION &&
                      ` · ${m.assign_chance({ share: formatPercent(rep.propensity / MILLION) })}`}
                  </span>
                </span>
                {(work.mayOverride || preview.owner?.id === rep.repId) && (
                  <Button
                    size="sm"
                    look={place === 0 ? 'primary' : 'plain'}
                    aria-label={m.assign_accept_named({ name: rep.name })}
                    onClick={() => onAccept(rep.repId)}
                  >
                    {m.assign_accept()}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-sm text-quiet">{m.assign_nobody()}</p>
        )}
      </PanelSection>
      {work.mayOverride && (
        <PanelSection title={m.assign_choose_other()}>
          <ChooseRep key={lead.id} leadId={lead.id} work={work} />
        </PanelSection>
      )}
      <PanelSection title={m.assign_company()}>
        <dl className="grid grid-cols-[5.5rem_1fr] gap-y-1.5 text-sm">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-quiet">{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          {lead.tier && (
            <div className="contents">
              <dt className="text-quiet">{m.assign_tier()}</dt>
              <dd>
                <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier}</Badge>
              </dd>
            </div>
          )}
        </dl>
      </PanelSection>
    </>
  )
}

const REPS_OFFERED = 50

function ChooseRep({ leadId, work }: { leadId: string; work: WaitingPanelProps['work'] }) {
  const [repId, setRepId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [query, setQuery] = useState('')
  const reps = useQuery({
    queryKey: ['rep', 'search', query],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/reps', {
          params: { query: { limit: REPS_OFFERED, ...(query ? { q: query } : {}) } },
        }),
      ),
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (repId && reason.trim()) work.give.mutate({ leadId, repId, reason: reason.trim() })
      }}
    >
      <Field label={m.assign_choose_person()} required>
        {(control) => (
          <Combobox
            {...control}
            value={repId}
            onChange={setRepId}
            onSearch={setQuery}
            searching={reps.isFetching}
            options={(reps.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <Field label={m.assign_choose_reason()} required>
        {(control) => (
          <Input
            {...control}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        className="self-start"
        busy={work.give.isPending}
        disabled={!repId || !reason.trim()}
      >
        {m.assign_choose_submit()}
      </Button>
    </form>
  )
}
