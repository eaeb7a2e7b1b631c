import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft, Pause, Pencil, Play } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { formatCalendarDay, formatList, formatNumber, formatPhone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { notify } from '../../ui/notify.ts'
import { Avatar } from '../../ui/person-chip.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { CapabilityProfile } from './capability-profile.tsx'
import { changeRep, type Rep, repQuery, teamsQuery, workloadQuery } from './people-api.ts'
import { availabilityWord, levelWord } from './people-words.ts'
import { RepDialog } from './rep-dialog.tsx'
import { RepLeave } from './rep-leave.tsx'
import { RepLoadCard } from './rep-load.tsx'
import { RepRecent } from './rep-recent.tsx'

const LeaveButton = lazy(() =>
  import('../handover/leave-button.tsx').then((module) => ({ default: module.LeaveButton })),
)
const RepCapabilityCards = lazy(() =>
  import('../capability/rep-capability.tsx').then((module) => ({ default: module.RepCapabilityCards })),
)

const OfferPatternCard = lazy(() =>
  import('../offers/offer-pattern-card.tsx').then((module) => ({ default: module.OfferPatternCard })),
)

const RepFairnessCard = lazy(() =>
  import('./rep-fairness.tsx').then((module) => ({ default: module.RepFairnessCard })),
)

export function Screen() {
  const { id } = useParams({ from: '/app/people/$id' })
  const rep = useQuery(repQuery(id))
  return (
    <div className="flex flex-col gap-3 px-6 pb-6 pt-4 max-md:px-4 max-md:pb-8">
      <Link
        to="/people"
        className="-ml-1 flex h-7 items-center gap-1 self-start rounded-md px-1 text-sm text-quiet hover:text-ink max-md:h-11"
      >
        <ChevronLeft className="size-4" aria-hidden />
        {m.people_back()}
      </Link>
      {rep.data ? (
        <RepPage rep={rep.data} />
      ) : rep.error ? (
        <LoadFailed query={rep} page />
      ) : (
        <SkeletonLines />
      )}
    </div>
  )
}

function RepPage({ rep }: { rep: Rep }) {
  const [editing, setEditing] = useState(false)
  const may = useMay()
  const client = useQueryClient()
  const teams = useQuery(teamsQuery).data?.items ?? []
  const load = useQuery({ ...workloadQuery, enabled: may('leads.read') }).data?.items.find(
    (entry) => entry.repId === rep.id,
  )
  const team = teams.find((entry) => entry.id === rep.teamId)?.name
  const setStatus = useMutation({
    mutationFn: (status: Rep['status']) => changeRep(rep, { status }),
    onSuccess: async (_, status) => {
      void notify({ text: status === 'paused' ? m.people_paused() : m.people_resume(), tone: 'good' })
      await Promise.all(['rep', 'workload'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
    },
  })
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Avatar name={rep.name} seed={rep.id} size="lg" />
        <div className="min-w-0">
          <h1 className="flex items-center gap-2 text-title font-semibold">
            {rep.name}
            {rep.status !== 'active' && (
              <Badge>{rep.status === 'paused' ? m.people_status_paused() : m.people_status_inactive()}</Badge>
            )}
            {rep.status === 'active' && load && load.availability !== 'on_duty' && (
              <Badge>{availabilityWord(load.availability)}</Badge>
            )}
          </h1>
          <p className="text-sm text-quiet">{[team, levelWord(rep.level)].filter(Boolean).join(' · ')}</p>
        </div>
        {may('people.manage') && (
          <div className="ml-auto flex flex-wrap justify-end gap-2 max-md:w-full max-md:[&>*]:flex-1">
            {rep.status === 'active' && (
              <Button
                icon={<Pause aria-hidden />}
                busy={setStatus.isPending}
                onClick={() => setStatus.mutate('paused')}
              >
                {m.people_pause()}
              </Button>
            )}
            {rep.status === 'paused' && (
              <Button
                look="primary"
                icon={<Play aria-hidden />}
                busy={setStatus.isPending}
                onClick={() => setStatus.mutate('active')}
              >
                {m.people_resume()}
              </Button>
            )}
            {may('plans.run') && rep.status !== 'inactive' && (
              <Suspense>
                <LeaveButton repId={rep.id} />
              </Suspense>
            )}
            <Button icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
              {m.people_edit()}
            </Button>
          </div>
        )}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 max-lg:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-4">
          <CapabilityProfile rep={rep} mayEdit={may('people.manage')} />
          {may('capability.read') && (
            <Suspense>
              <RepCapabilityCards repId={rep.id} />
            </Suspense>
          )}
          <Covers rep={rep} />
          <RepRecent repId={rep.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <RepLoadCard repId={rep.id} load={load} />
          <RepLeave repId={rep.id} name={rep.name} />
          {may('leads.read') && (
            <Suspense>
              <RepFairnessCard repId={rep.id} />
              <OfferPatternCard repId={rep.id} />
            </Suspense>
          )}
        </div>
      </div>
      {editing && <RepDialog rep={rep} teams={teams} onClose={() => setEditing(false)} />}
    </>
  )
}

function Covers({ rep }: { rep: Rep }) {
  const list = (values: readonly string[]) => (values.length > 0 ? formatList(values) : m.people_covers_all())
  const facts: [string, string | null][] = [
    [m.people_territories(), list(rep.territories)],
    [m.people_industries(), list(rep.industries)],
    [m.people_product_lines(), list(rep.productLines)],
    [m.people_hours(), rep.workingHours ?? m.people_hours_company()],
    [m.people_weight(), formatNumber(rep.weight)],
    [m.people_hired(), rep.hiredOn && formatCalendarDay(rep.hiredOn, new Date())],
    [m.people_email(), rep.email],
    [m.people_phone(), rep.phone && formatPhone(rep.phone)],
  ]
  return (
    <Card title={m.people_covers()}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2.5 text-sm max-md:grid-cols-1">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="grid grid-cols-[7rem_1fr]">
              <dt className="text-quiet">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}
