import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { type Preview, previewAssignment, type Scope } from './assignment-api.ts'
import { LoadChange } from './load-change.tsx'
import { useAssignment } from './use-assignment.ts'

type PreviewDialogProps = {
  scope: Scope
  onClose: () => void
  onAssigned: () => void
}

const SHOWN = 200

/** Who gets what and everybody's load before and after: nothing changes until the button is pressed. */
export function PreviewDialog({ scope, onClose, onAssigned }: PreviewDialogProps) {
  const preview = useQuery({
    queryKey: ['assignment', 'preview', scope],
    queryFn: () => previewAssignment(scope),
    staleTime: 0,
  })
  const { assign } = useAssignment()
  const assigned = preview.data?.assigned ?? 0
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={m.assign_preview_title()}
      description={m.assign_preview_text()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button
            look="primary"
            disabled={assigned === 0}
            busy={assign.isPending}
            onClick={() => assign.mutate(scope, { onSuccess: onAssigned })}
          >
            {m.assign_preview_commit({ count: assigned })}
          </Button>
        </>
      }
    >
      {preview.error && !preview.data ? (
        <LoadFailed query={preview} />
      ) : preview.data ? (
        <PreviewBody preview={preview.data} />
      ) : (
        <SkeletonLines />
      )}
    </Dialog>
  )
}

function Figure({ label, value, warn = false }: { label: string; value: number; warn?: boolean }) {
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <dt className="text-xs text-quiet">{label}</dt>
      <dd className={`text-title font-semibold ${warn && value > 0 ? 'text-warn' : ''}`}>
        {formatNumber(value)}
      </dd>
    </div>
  )
}

function PreviewBody({ preview }: { preview: Preview }) {
  const [tab, setTab] = useState<'who' | 'loads'>('who')
  const changed = preview.reps.filter((rep) => rep.received > 0)
  const over = changed.filter(
    (rep) => rep.loadLimitHundredths !== null && rep.loadHundredthsAfter > rep.loadLimitHundredths,
  )
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-4 gap-2 max-md:grid-cols-2">
        <Figure label={m.assign_preview_assigned()} value={preview.assigned} />
        <Figure label={m.assign_preview_waiting()} value={preview.waiting} />
        <Figure label={m.assign_preview_people()} value={changed.length} />
        <Figure label={m.assign_preview_over()} value={over.length} warn />
      </dl>
      {preview.assigned === 0 && <p className="text-sm text-quiet">{m.assign_preview_none()}</p>}
      <Tabs
        label={m.assign_preview_title()}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'who',
            label: m.assign_preview_who(),
            count: preview.items.length,
            content: (
              <ul className="flex flex-col divide-y divide-line">
                {preview.items.slice(0, SHOWN).map((item) => {
                  return (
                    <li key={item.leadId} className="flex flex-col gap-0.5 py-2">
                      <div className="flex items-center justify-between gap-3 text-sm">
                        <span className="min-w-0 truncate font-medium">
                          {item.label || m.assign_preview_unnamed()}
                        </span>
                        {item.owner ? (
                          <PersonChip name={item.owner.name} seed={item.owner.id} />
                        ) : (
                          <Badge>{m.assign_preview_stays()}</Badge>
                        )}
                      </div>
                      <p className="text-xs text-quiet">{item.reason.text}</p>
                    </li>
                  )
                })}
              </ul>
            ),
          },
          {
            value: 'loads',
            label: m.assign_preview_loads(),
            count: changed.length,
            content: (
              <div className="flex flex-col gap-2.5">
                {changed.map((rep) => (
                  <div
                    key={rep.repId}
                    className="grid grid-cols-[7.5rem_3.5rem_1fr] items-center gap-2 text-sm"
                  >
                    <PersonChip name={rep.name} seed={rep.repId} />
                    <span className="text-xs text-quiet">
                      {m.assign_preview_receives({ count: String(rep.received) })}
                    </span>
                    <LoadChange
                      name={rep.name}
                      before={rep.loadHundredthsBefore}
                      after={rep.loadHundredthsAfter}
                      limit={rep.loadLimitHundredths}
                    />
                  </div>
                ))}
                <p className="text-xs text-faint">
                  {m.assign_preview_unchanged({ count: preview.reps.length - changed.length })}
                </p>
              </div>
            ),
          },
        ]}
      />
    </div>
  )
}
