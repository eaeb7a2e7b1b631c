import { useMutation } from '@tanstack/react-query'
import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { type Decision, type Verdict, verifyDecision } from './decision-api.ts'

const MILLIONTHS = 1_000_000

/** Rule and versions for everyone, numbers of the draw for the auditor, and the proof for whoever doubts. */
export function WhyAudit({ decision, mayVerify }: { decision: Decision; mayVerify: boolean }) {
  const { owner, candidates, rule, versions } = decision
  const winner = candidates.find((candidate) => candidate.repId === owner?.id)
  const verify = useMutation({ mutationFn: () => verifyDecision(decision.id) })
  const facts: [label: string, value: string][] = [
    [m.why_rule(), rule?.name ?? m.why_fallback()],
    [m.why_policy(), `v${versions.policy} · ${versions.policyHash}`],
  ]
  const numbers: [label: string, value: string][] = [
    ...(winner && decision.mode === 'engine'
      ? ([[m.why_propensity(), formatPercent(winner.propensity / MILLIONTHS, 2)]] as [string, string][])
      : []),
    [m.why_seed(), formatNumber(decision.seed)],
    [m.why_draw(), formatNumber(decision.draw)],
    [m.why_engine(), versions.engine],
    [m.why_model(), versions.model],
    [m.why_roster(), versions.roster],
    [m.why_state(), versions.state],
    [m.why_content_hash(), decision.contentHash],
  ]
  return (
    <PanelSection title={m.why_verify_title()}>
      <Facts facts={facts} />
      <details className="mt-1">
        <summary className="cursor-pointer py-1 text-sm text-faint hover:text-ink max-md:min-h-11 max-md:content-center">
          {m.why_audit()}
        </summary>
        <Facts facts={numbers} />
      </details>
      {mayVerify && (
        <div className="mt-3 flex flex-col items-start gap-3">
          <Button icon={<ShieldCheck aria-hidden />} busy={verify.isPending} onClick={() => verify.mutate()}>
            {m.why_verify()}
          </Button>
          {verify.data && <VerdictCard verdict={verify.data} />}
        </div>
      )}
    </PanelSection>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1 text-sm">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-quiet">{label}</dt>
          <dd className="break-all">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const parts = {
  content: {
    intact: () => m.why_content_intact(),
    altered: () => m.why_content_altered(),
    input_erased: () => m.why_content_input_erased(),
  },
  chain: {
    intact: () => m.why_chain_intact(),
    altered: () => m.why_chain_altered(),
    unsealed: () => m.why_chain_unsealed(),
  },
}

function replayed(verdict: Verdict): string {
  const { engineChanged, firstDifference, notReplayable, inputErased } = verdict
  if (engineChanged) return m.why_engine_changed(engineChanged)
  if (inputErased) return m.why_erased()
  if (notReplayable) return m.why_not_replayable()
  if (firstDifference) return m.why_differs({ path: firstDifference.path })
  return m.why_identical()
}

function VerdictCard({ verdict }: { verdict: Verdict }) {
  const bad =
    verdict.firstDifference !== undefined || verdict.content === 'altered' || verdict.chain === 'altered'
  return (
    <div
      role="status"
      className={`flex w-full gap-2 rounded-md px-3 py-2 text-sm ${bad ? 'bg-bad-tint text-bad' : 'bg-good-tint text-good'}`}
    >
      {bad ? (
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      ) : (
        <ShieldCheck className="mt-0.5 size-4 shrink-0" aria-hidden />
      )}
      <div className="flex flex-col items-start gap-1">
        {replayed(verdict)}
        <span className="flex flex-wrap gap-1">
          <Badge tone={verdict.content === 'altered' ? 'bad' : 'outline'}>
            {parts.content[verdict.content]()}
          </Badge>
          <Badge tone={verdict.chain === 'altered' ? 'bad' : 'outline'}>{parts.chain[verdict.chain]()}</Badge>
        </span>
      </div>
    </div>
  )
}
