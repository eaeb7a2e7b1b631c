import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useSession } from '../../app/session/session.ts'
import { Page } from '../../app/shell/page.tsx'
import { m } from '../../i18n/messages.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { MyDay } from './my-day.tsx'
import { MyLoad } from './my-load.tsx'
import { workloadQuery } from './today-api.ts'

// A rep's phone never downloads the team's view.
const TeamSummary = lazy(() => import('./team-summary.tsx').then((part) => ({ default: part.TeamSummary })))

const WaitingHandovers = lazy(() =>
  import('../handover/waiting-handovers.tsx').then((part) => ({ default: part.WaitingHandovers })),
)

export function Screen() {
  const session = useSession()
  const board = useQuery({
    ...workloadQuery,
    enabled: session.data?.permissions['leads.read'] !== undefined,
  })
  const repId = session.data?.repId ?? null
  const reach = session.data?.permissions['leads.read']
  const leads = reach === 'team' || reach === 'tenant'
  const mine = board.data?.items.find((rep) => rep.repId === repId)
  return (
    <Page title={m.today_title()}>
      <div className="flex flex-col gap-6">
        {repId && (
          <div className="grid grid-cols-1 items-start gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,44rem)_minmax(16rem,22rem)]">
            <div className="lg:sticky lg:top-4 lg:order-last">{mine && <MyLoad rep={mine} />}</div>
            <MyDay>
              <Suspense>
                <WaitingHandovers />
              </Suspense>
            </MyDay>
          </div>
        )}
        {leads &&
          (board.data ? (
            <Suspense fallback={<SkeletonLines />}>
              <TeamSummary board={board.data} />
            </Suspense>
          ) : board.error ? (
            <LoadFailed query={board} page />
          ) : (
            <SkeletonLines />
          ))}
      </div>
    </Page>
  )
}
