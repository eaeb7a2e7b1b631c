import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { ContributionBar } from '../../ui/contribution-bar.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import type { LeadDetail } from './lead-api.ts'

const THOUSANDTHS = 1000

const labels: Readonly<Record<string, () => string>> = {
  industry: m.leads_field_industry,
  companySize: m.leads_field_companySize,
  regionTier: m.leads_field_regionTier,
  region: m.leads_field_region,
  source: m.leads_field_source,
  needType: m.leads_field_needType,
  intent: m.leads_field_intent,
  urgency: m.leads_field_urgency,
  budget: m.leads_field_budget,
  decisionMakerLevel: m.leads_field_decisionMakerLevel,
  purchaseWithinDays: m.leads_field_purchaseWithinDays,
  interactions30d: m.leads_field_interactions30d,
  daysSinceInteraction: m.leads_field_daysSinceInteraction,
  channelsUsed: m.leads_field_channelsUsed,
  engagement: m.leads_field_engagement,
  pastDeals: m.leads_field_pastDeals,
  pastAmount: m.leads_field_pastAmount,
  competitorPresent: m.leads_field_competitorPresent,
  completeness: m.leads_field_completeness,
  spendingPower: m.leads_field_spendingPower,
  segmentWinRate: m.leads_field_segmentWinRate,
}

type ScoreTerm = { field: string; contribution: number; missing: boolean }

function isTerm(value: unknown): value is ScoreTerm {
  if (typeof value !== 'object' || value === null) return false
  const { field, contribution } = value as Record<string, unknown>
  return typeof field === 'string' && typeof contribution === 'number'
}

/** What is known stands by itself; what is missing is one line that says how it was filled in. */
export function LeadScore({ lead }: { lead: LeadDetail }) {
  const terms = lead.scoreTerms.filter(isTerm)
  const known = terms.filter((term) => !term.missing)
  const missing = terms.filter((term) => term.missing)
  const assumed = missing.reduce((sum, term) => sum + term.contribution, 0)
  return (
    <PanelSection
      title={m.leads_score_of()}
      aside={
        lead.score !== null && (
          <span className="text-md font-semibold text-ink">
            {formatNumber(lead.score)}
            {lead.tier && <span className="ml-1 text-sm text-quiet">· {lead.tier}</span>}
          </span>
        )
      }
    >
      {terms.length === 0 ? (
        <p className="text-sm text-faint">{m.leads_not_scored()}</p>
      ) : (
        <ContributionBar
          terms={[
            ...known.map((term) => ({
              key: term.field,
              label: labels[term.field]?.() ?? term.field,
              points: term.contribution / THOUSANDTHS,
            })),
            ...(missing.length > 0
              ? [
                  {
                    key: '~missing',
                    label: m.leads_score_missing({ count: missing.length }),
                    points: assumed / THOUSANDTHS,
                    note: missing
                      .slice(0, 6)
                      .map((term) => labels[term.field]?.() ?? term.field)
                      .join(' · '),
                  },
                ]
              : []),
          ]}
        />
      )}
    </PanelSection>
  )
}
