import { useQuery } from '@tanstack/react-query'
import {
  Check,
  CircleX,
  Ellipsis,
  ListChecks,
  PencilLine,
  Phone,
  Shuffle,
  SquarePen,
  Undo2,
  UserX,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonLook, IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Lead, type LeadDetail, leadQuery } from './lead-api.ts'
import { LeadDuplicates } from './lead-duplicates.tsx'
import { LeadFacts } from './lead-facts.tsx'
import { LeadHistory } from './lead-history.tsx'
import { LeadScore } from './lead-score.tsx'
import { aboutLead, leadTitle } from './lead-title.ts'
import { word } from './lead-words.ts'
import { useLeadActions, useLeadRights } from './use-lead-actions.ts'

const ClockList = lazy(() =>
  import('../followup/clock-list.tsx').then((part) => ({ default: part.ClockList })),
)
const LogDialog = lazy(() =>
  import('../activities/log-dialog.tsx').then((part) => ({ default: part.LogDialog })),
)
const CloseDialog = lazy(() => import('./close-dialog.tsx').then((part) => ({ default: part.CloseDialog })))
const ReleaseDialog = lazy(() =>
  import('./release-dialog.tsx').then((part) => ({ default: part.ReleaseDialog })),
)
const EditLeadDialog = lazy(() =>
  import('./edit-lead-dialog.tsx').then((part) => ({ default: part.EditLeadDialog })),
)
const OverrideDialog = lazy(() =>
  import('../assignment/override-dialog.tsx').then((part) => ({ default: part.OverrideDialog })),
)

const OfferStanding = lazy(() =>
  import('../offers/offer-standing.tsx').then((part) => ({ default: part.OfferStanding })),
)

const HandoverBanner = lazy(() =>
  import('../handover/handover-banner.tsx').then((part) => ({ default: part.HandoverBanner })),
)
const PoolStanding = lazy(() =>
  import('../pools/pool-standing.tsx').then((part) => ({ default: part.PoolStanding })),
)

const PersonDialog = lazy(() =>
  import('./person-dialog.tsx').then((part) => ({ default: part.PersonDialog })),
)

const NewTaskDialog = lazy(() =>
  import('../tasks/new-task-dialog.tsx').then((part) => ({ default: part.NewTaskDialog })),
)

type Doing = 'log' | 'close' | 'release' | 'edit' | 'override' | 'task' | 'person'

type LeadPanelProps = {
  leadId: string
  /** The row it was opened from: shown at once, while the rest is on its way. */
  row?: Lead | undefined
  onClose: () => void
  onOpen: (leadId: string) => void
  onWhy: (decisionId: string, subject: string) => void
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
}

export function LeadPanel({ leadId, row, onClose, onOpen, onWhy, onPrevious, onNext }: LeadPanelProps) {
  const detail = useQuery(leadQuery(leadId))
  const [doing, setDoing] = useState<Doing | null>(null)
  const lead = detail.data ?? row
  const subtitle = lead && [lead.name, lead.region, lead.industry].filter(Boolean).join(' · ')
  const done = () => setDoing(null)
  return (
    <>
      <Panel
        open
        onOpenChange={(open) => !open && onClose()}
        title={lead ? leadTitle(lead) : ''}
        subtitle={subtitle}
        onPrevious={onPrevious}
        onNext={onNext}
        actions={detail.data && <Actions lead={detail.data} onDo={setDoing} />}
      >
        {lead && <Standing lead={lead} onWhy={(id) => onWhy(id, leadTitle(lead))} />}
        {detail.data ? (
          <>
            {detail.data.handover && (
              <Suspense>
                <HandoverBanner handover={detail.data.handover} ownerId={detail.data.owner?.id ?? null} />
              </Suspense>
            )}
            <Suspense>
              <PoolStanding leadId={leadId} />
            </Suspense>
            {detail.data.state === 'owned' && (
              <Suspense fallback={<SkeletonLines lines={2} />}>
                <ClockList kind="lead" id={leadId} />
              </Suspense>
            )}
            <LeadFacts lead={detail.data} />
            <LeadHistory leadId={leadId} onWhy={(id) => onWhy(id, leadTitle(detail.data))} />
            <LeadScore lead={detail.data} />
            <LeadDuplicates duplicates={detail.data.duplicates} onOpen={onOpen} />
          </>
        ) : detail.error ? (
          <LoadFailed query={detail} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </Panel>
      {detail.data && (
        <Suspense>
          {doing === 'log' && <LogDialog about={aboutLead(detail.data)} onClose={done} />}
          {doing === 'close' && <CloseDialog lead={detail.data} onClose={done} />}
          {doing === 'release' && <ReleaseDialog lead={detail.data} onClose={done} />}
          {doing === 'person' && <PersonDialog lead={detail.data} onClose={done} />}
          {doing === 'edit' && <EditLeadDialog lead={detail.data} onClose={done} />}
          {doing === 'task' && (
            <NewTaskDialog item={{ kind: 'lead', id: leadId, name: leadTitle(detail.data) }} onClose={done} />
          )}
          {doing === 'override' && (
            <OverrideDialog leadId={leadId} subject={leadTitle(detail.data)} onClose={done} />
          )}
        </Suspense>
      )}
    </>
  )
}

/** Who has it, since when, and why; or what it waits for. */
function Standing({ lead, onWhy }: { lead: Lead; onWhy: (decisionId: string) => void }) {
  const { decisionId } = lead
  return (
    <section className="mb-6 rounded-lg bg-sunken p-3">
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        {lead.owner ? (
          <PersonChip
            size="sm"
            name={lead.owner.name}
            seed={lead.owner.id}
            {...(decisionId ? { onWhy: () => onWhy(decisionId), whyLabel: m.why_question_short() } : {})}
          />
        ) : (
          <span className="text-sm font-medium">{word('state', lead.state)}</span>
        )}
        {lead.acceptedAt && <Badge tone="tint">{m.leads_accepted_at()}</Badge>}
        {lead.state === 'closed' && <Badge>{word('outcome', lead.outcome)}</Badge>}
        {decisionId && (
          <Button look="tint" size="sm" className="ml-auto" onClick={() => onWhy(decisionId)}>
            {m.why_question_short()}
          </Button>
        )}
      </div>
      {lead.offer && (
        <Suspense>
          <OfferStanding lead={lead} until={lead.offer.until} />
        </Suspense>
      )}
      {lead.state === 'waiting' && lead.reason && (
        <p className="mt-2 text-sm text-quiet">{lead.reason.text}</p>
      )}
      {lead.state === 'closed' && lead.closeReason && (
        <p className="mt-2 text-sm text-quiet">{lead.closeReason}</p>
      )}
    </section>
  )
}

function Actions({ lead, onDo }: { lead: LeadDetail; onDo: (doing: Doing) => void }) {
  const rights = useLeadRights()(lead)
  const { accept } = useLeadActions()
  const more = rights.log || rights.edit || rights.release || rights.close || rights.override || rights.person
  if (!rights.log && !rights.accept && !more) return null
  return (
    <>
      {more && (
        <Menu
          align="end"
          side="top"
          trigger={
            <IconButton
              look="plain"
              label={m.leads_more()}
              icon={<Ellipsis aria-hidden />}
              className="max-md:flex-none!"
            />
          }
        >
          {rights.edit && (
            <MenuItem icon={<SquarePen aria-hidden />} onSelect={() => onDo('edit')}>
              {m.leads_edit()}
            </MenuItem>
          )}
          {rights.log && (
            <MenuItem icon={<ListChecks aria-hidden />} onSelect={() => onDo('task')}>
              {m.tasks_new()}
            </MenuItem>
          )}
          {rights.override && (
            <MenuItem icon={<Shuffle aria-hidden />} onSelect={() => onDo('override')}>
              {m.leads_override()}
            </MenuItem>
          )}
          {rights.release && (
            <MenuItem icon={<Undo2 aria-hidden />} onSelect={() => onDo('release')}>
              {m.leads_release()}
            </MenuItem>
          )}
          {rights.close && (
            <MenuItem icon={<CircleX aria-hidden />} onSelect={() => onDo('close')}>
              {m.leads_close()}
            </MenuItem>
          )}
          {rights.person && (
            <MenuItem icon={<UserX aria-hidden />} onSelect={() => onDo('person')}>
              {m.leads_person()}
            </MenuItem>
          )}
        </Menu>
      )}
      {lead.phone && !lead.masked && (
        <a href={`tel:${lead.phone}`} className={`${buttonLook({})} md:hidden`}>
          <Phone aria-hidden />
          {m.leads_call()}
        </a>
      )}
      {rights.log && (
        <Button
          look={rights.accept ? 'plain' : 'primary'}
          icon={<PencilLine aria-hidden />}
          onClick={() => onDo('log')}
        >
          {m.leads_log()}
        </Button>
      )}
      {rights.accept && (
        <Button
          look="primary"
          icon={<Check aria-hidden />}
          busy={accept.isPending}
          onClick={() => accept.mutate(lead)}
        >
          {m.leads_accept()}
        </Button>
      )}
    </>
  )
}
