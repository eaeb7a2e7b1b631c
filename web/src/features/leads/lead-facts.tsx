import type { ReactNode } from 'react'
import {
  formatDateTime,
  formatMoneyFull,
  formatNumber,
  formatPhone,
  formatRelativeDay,
} from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import type { LeadDetail } from './lead-api.ts'
import { word } from './lead-words.ts'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export function LeadFacts({ lead }: { lead: LeadDetail }) {
  const now = new Date()
  const facts: [label: string, value: ReactNode][] = [
    [
      m.leads_phone(),
      lead.masked
        ? lead.phone && formatPhone(lead.phone)
        : lead.phone && (
            <a href={`tel:${lead.phone}`} className="touch text-accent hover:underline">
              {formatPhone(lead.phone)}
            </a>
          ),
    ],
    [m.leads_wechat(), lead.wechat],
    [m.leads_email(), lead.email],
    [m.leads_amount(), lead.amount !== null && formatMoneyFull(lead.amount * 100, lead.currency)],
    [m.leads_source(), lead.source],
    [m.leads_region(), lead.region],
    [m.leads_industry(), lead.industry],
    [m.leads_product(), lead.product],
    [m.leads_intent(), word('intent', text(lead.facts['intent']))],
    [m.leads_value(), word('value', lead.value)],
    [m.leads_difficulty(), word('difficulty', lead.difficulty)],
    [m.leads_task(), word('task', lead.taskType)],
    [m.leads_quadrant(), word('quadrant', lead.quadrant)],
    [m.leads_points(), formatNumber(lead.points, 1)],
    [m.leads_account(), lead.account?.name],
    [m.leads_due(), lead.nextStepAt && formatDateTime(new Date(lead.nextStepAt), now)],
    [m.leads_waiting_since(), lead.waitingSince && formatDateTime(new Date(lead.waitingSince), now)],
    [m.leads_owned_since(), lead.ownedSince && formatDateTime(new Date(lead.ownedSince), now)],
    [m.leads_first_response(), lead.firstResponseAt && formatDateTime(new Date(lead.firstResponseAt), now)],
    [m.leads_created(), formatRelativeDay(new Date(lead.createdAt), now)],
    [m.leads_note(), text(lead.facts['note'])],
  ]
  return (
    <PanelSection title={m.leads_facts()}>
      {lead.masked && lead.handover === null && (
        <p className="mb-2 text-sm text-faint">{m.leads_contact_hidden()}</p>
      )}
      <dl className="grid grid-cols-[5.5rem_1fr] gap-x-3 gap-y-1.5 text-sm">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-quiet">{label}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
      </dl>
      {lead.tags.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-1">
          {lead.tags.map((tag) => (
            <Badge key={tag} tone="tint">
              {tag}
            </Badge>
          ))}
        </div>
      )}
    </PanelSection>
  )
}
