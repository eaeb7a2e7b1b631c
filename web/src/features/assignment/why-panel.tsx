import { useQuery } from '@tanstack/react-query'
import { Shuffle, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useSession } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Decision, decisionQuery, useUndoDecision } from './decision-api.ts'
import { OverrideDialog } from './override-dialog.tsx'
import { WhyAudit } from './why-audit.tsx'
import { WhyContrast } from './why-contrast.tsx'
import { WhyOthers } from './why-others.tsx'
import { WhyResult } from './why-result.tsx'

type WhyPanelProps = {
  decisionId: string
  /** What the decision was about, where the caller knows it. */
  subject?: string
  onClose: () => void
  /** The lead was decided anew: show that decision from now on. */
  onMoved?: (decisionId: string) => void
}

export function questionOf(decision: Decision): string {
  if (decision.owner) return m.why_question({ name: decision.owner.name })
  return decision.state === 'pooled' ? m.why_question_pool() : m.why_question_waiting()
}

/** Opens from every owner shown anywhere: the whole decision in words, and what may be done about it. */
export function WhyPanel({ decisionId, subject, onClose, onMoved }: WhyPanelProps) {
  const decision = useQuery(decisionQuery(decisionId))
  const session = useSession()
  const may = (permission: string) => permission in (session.data?.permissions ?? {})
  const [giveTo, setGiveTo] = useState<string | null | undefined>(undefined)
  const undo = useUndoDecision()
  const data = decision.data
  const mayOverride = may('leads.override')

  return (
    <>
      <Panel
        open
        onOpenChange={(open) => !open && onClose()}
        title={data ? questionOf(data) : m.why_question_short()}
        subtitle={subject}
        actions={
          data?.current && mayOverride ? (
            <>
              <Button
                icon={<Undo2 aria-hidden />}
                busy={undo.isPending}
                onClick={() =>
                  undo.mutate(data.id, {
                    onSuccess: (placed) => placed.decisionId && onMoved?.(placed.decisionId),
                  })
                }
              >
                {m.why_undo()}
              </Button>
              <Button look="primary" icon={<Shuffle aria-hidden />} onClick={() => setGiveTo(null)}>
                {m.why_override()}
              </Button>
            </>
          ) : undefined
        }
      >
        {data ? (
          <>
            <WhyResult decision={data} />
            <WhyOthers
              decision={data}
              onGive={mayOverride && data.current ? (repId) => setGiveTo(repId) : undefined}
            />
            {data.mode === 'engine' && <WhyContrast decision={data} />}
            <WhyAudit decision={data} mayVerify={may('decisions.verify')} />
          </>
        ) : decision.error ? (
          <LoadFailed query={decision} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </Panel>
      {data && giveTo !== undefined && (
        <OverrideDialog
          leadId={data.leadId}
          subject={subject ?? ''}
          decision={data}
          firstChoice={giveTo}
          onClose={() => setGiveTo(undefined)}
          onDone={(placed) => placed.decisionId && onMoved?.(placed.decisionId)}
        />
      )}
    </>
  )
}
