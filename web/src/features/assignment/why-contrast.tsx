import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { m } from '../../i18n/messages.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { contrastQuery, type Decision } from './decision-api.ts'

/** "Why not B": the smallest change that was recomputed and would have made it B, or that there is none. */
export function WhyContrast({ decision }: { decision: Decision }) {
  const [repId, setRepId] = useState<string | null>(null)
  const others = decision.candidates.filter((candidate) => candidate.repId !== decision.owner?.id)
  if (others.length === 0) return null
  return (
    <PanelSection title={m.why_ask()}>
      <Combobox
        label={m.why_ask()}
        placeholder={m.why_ask_person()}
        value={repId}
        onChange={setRepId}
        options={others.map(({ repId: value, name, excludedText }) => ({
          value,
          label: name,
          ...(excludedText ? { hint: excludedText } : {}),
        }))}
      />
      {repId && (
        <Answer
          decisionId={decision.id}
          repId={repId}
          name={others.find((other) => other.repId === repId)?.name ?? ''}
        />
      )}
    </PanelSection>
  )
}

function Answer({ decisionId, repId, name }: { decisionId: string; repId: string; name: string }) {
  const contrast = useQuery(contrastQuery(decisionId, repId))
  if (contrast.error && !contrast.data) return <LoadFailed query={contrast} />
  if (!contrast.data)
    return (
      <div className="mt-3">
        <SkeletonLines lines={2} />
      </div>
    )
  const { outcome, changes, blockedBy } = contrast.data
  const sentence = {
    already_theirs: m.why_contrast_already,
    reachable: m.why_contrast_reachable,
    nothing_within_reach: m.why_contrast_nothing,
  }[outcome]
  return (
    <div role="status" className="mt-2 rounded-md bg-sunken px-3 py-2 text-sm">
      <p>{sentence({ name })}</p>
      {changes.length > 0 && (
        <ul className="mt-1 list-disc pl-5 font-medium">
          {changes.map((change) => (
            <li key={`${change.kind} ${change.text}`}>{change.text}</li>
          ))}
        </ul>
      )}
      {blockedBy && <p className="mt-1 text-quiet">{m.why_contrast_blocked({ text: blockedBy.text })}</p>}
      {outcome === 'reachable' && <p className="mt-1 text-xs text-faint">{m.why_contrast_verified()}</p>}
    </div>
  )
}
