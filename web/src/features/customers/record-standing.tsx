import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, PencilLine, Shuffle, SquarePen, Trophy, Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { notify } from '../../ui/notify.ts'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { Account, Opportunity } from './customer-api.ts'
import { mayLog, WORK } from './may-log.ts'
import { type Noun, recordCalls } from './record-api.ts'

const HandoverBanner = lazy(() =>
  import('../handover/handover-banner.tsx').then((part) => ({ default: part.HandoverBanner })),
)
const RecordFormDialog = lazy(() =>
  import('./record-form-dialog.tsx').then((part) => ({ default: part.RecordFormDialog })),
)
const OverrideDialog = lazy(() =>
  import('../assignment/override-dialog.tsx').then((part) => ({ default: part.OverrideDialog })),
)
const ReasonDialog = lazy(() =>
  import('./reason-dialog.tsx').then((part) => ({ default: part.ReasonDialog })),
)
const CloseDealDialog = lazy(() =>
  import('./close-deal-dialog.tsx').then((part) => ({ default: part.CloseDealDialog })),
)

const LogDialog = lazy(() =>
  import('../activities/log-dialog.tsx').then((part) => ({ default: part.LogDialog })),
)
const ClockOf = lazy(() => import('../followup/clock-chip.tsx').then((part) => ({ default: part.ClockOf })))

type Owned = (Account | Opportunity) & { name: string }
type StandingProps = { noun: Noun; record: Owned; onWhy: (decisionId: string, subject: string) => void }

/** Shown only where the server would let it happen. */
function useRights(noun: Noun, record: Owned) {
  const me = useSession().data
  const reach = me?.permissions[WORK[noun]]
  const mine = record.owner !== null && record.owner.id === me?.repId
  const open = record.state !== 'closed'
  return {
    log: mayLog(noun, record, me),
    edit: reach !== undefined && (reach !== 'own' || mine),
    release: mine && open && reach !== undefined,
    override: me?.permissions['leads.override'] !== undefined && open && record.state !== null,
    close:
      noun === 'opportunity' &&
      open &&
      record.state !== null &&
      reach !== undefined &&
      (reach !== 'own' || mine),
  }
}

/** Who has it and why, or what it waits for. */
export function RecordStanding({ noun, record, onWhy }: StandingProps) {
  const { decisionId, owner } = record
  const why = decisionId ? () => onWhy(decisionId, record.name) : undefined
  return (
    <>
      {record.handover && (
        <Suspense>
          <HandoverBanner handover={record.handover} ownerId={owner?.id ?? null} />
        </Suspense>
      )}
      <section className="mb-6 rounded-lg bg-sunken p-3">
        <div className="flex min-h-8 flex-wrap items-center gap-2">
          {owner ? (
            <PersonChip
              size="sm"
              name={owner.name}
              seed={owner.id}
              {...(why ? { onWhy: why, whyLabel: m.why_question_short() } : {})}
            />
          ) : (
            <span className="text-sm font-medium">
              {record.state === 'waiting' ? m.accounts_waiting() : m.accounts_nobody()}
            </span>
          )}
          {noun === 'account' && record.state === 'owned' && (
            <Suspense>
              <ClockOf id={record.id} noun={noun} />
            </Suspense>
          )}
          {why && (
            <Button look="tint" size="sm" className="ml-auto" onClick={why}>
              {m.why_question_short()}
            </Button>
          )}
        </div>
        {record.state === 'waiting' && record.reason && (
          <p className="mt-2 text-sm text-quiet">{record.reason.text}</p>
        )}
        <Actions noun={noun} record={record} />
      </section>
    </>
  )
}

type Doing = 'log' | 'edit' | 'override' | 'release' | 'close'

function Actions({ noun, record }: { noun: Noun; record: Owned }) {
  const rights = useRights(noun, record)
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing | null>(null)
  const done = () => setDoing(null)
  const refresh = () => client.invalidateQueries({ queryKey: [noun] })
  const release = useMutation({
    meta: { shownInForm: true },
    mutationFn: (reason: string) => recordCalls[noun].release(record.id, reason),
    onSuccess: async ({ owner }) => {
      void notify({
        text: owner ? m.leads_released({ name: owner.name }) : m.leads_released_waiting(),
        tone: 'good',
      })
      done()
      await refresh()
    },
  })
  if (!Object.values(rights).some(Boolean)) return null
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {rights.log && (
        <Button
          size="sm"
          look="primary"
          data-log
          icon={<PencilLine aria-hidden />}
          onClick={() => setDoing('log')}
        >
          {m.leads_log()}
        </Button>
      )}
      {rights.edit && (
        <Button size="sm" icon={<SquarePen aria-hidden />} onClick={() => setDoing('edit')}>
          {m.accounts_edit()}
        </Button>
      )}
      {rights.close && (
        <Button size="sm" icon={<Trophy aria-hidden />} onClick={() => setDoing('close')}>
          {m.accounts_close_deal()}
        </Button>
      )}
      {(rights.override || rights.release) && (
        <Menu
          align="end"
          trigger={
            <IconButton look="plain" size="sm" label={m.leads_more()} icon={<Ellipsis aria-hidden />} />
          }
        >
          {rights.override && (
            <MenuItem icon={<Shuffle aria-hidden />} onSelect={() => setDoing('override')}>
              {m.leads_override()}
            </MenuItem>
          )}
          {rights.release && (
            <MenuItem icon={<Undo2 aria-hidden />} onSelect={() => setDoing('release')}>
              {m.leads_release()}
            </MenuItem>
          )}
        </Menu>
      )}
      <Suspense>
        {doing === 'log' && (
          <LogDialog about={{ kind: noun, id: record.id, name: record.name }} onClose={done} />
        )}
        {doing === 'edit' && (
          <RecordFormDialog
            noun={noun}
            title={`${m.accounts_edit()} · ${record.name}`}
            record={record}
            onClose={done}
            onSaved={() => undefined}
          />
        )}
        {doing === 'override' && (
          <OverrideDialog noun={noun} leadId={record.id} subject={record.name} onClose={done} />
        )}
        {doing === 'release' && (
          <ReasonDialog
            title={`${m.leads_release()} · ${record.name}`}
            description={m.leads_release_hint()}
            submit={m.leads_release_save()}
            error={release.error}
            busy={release.isPending}
            onSubmit={release.mutate}
            onClose={done}
          />
        )}
        {doing === 'close' && <CloseDealDialog deal={record as Opportunity} onClose={done} />}
      </Suspense>
    </div>
  )
}
