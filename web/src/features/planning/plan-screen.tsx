import { useQuery } from '@tanstack/react-query'
import { MapPinned, UserRoundMinus, Waypoints } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type AskedKind, plansQuery } from './plan-api.ts'
import { PlanList } from './plan-list.tsx'
import { kindWords } from './plan-words.ts'

const StartDialog = lazy(() =>
  import('./start-dialog.tsx').then((module) => ({ default: module.StartDialog })),
)
const Reoptimisation = lazy(() =>
  import('./reoptimisation.tsx').then((module) => ({ default: module.Reoptimisation })),
)
const OnePlan = lazy(() => import('./one-plan.tsx').then((module) => ({ default: module.OnePlan })))

const icons: Record<AskedKind, ReactNode> = {
  waiting: <Waypoints aria-hidden />,
  territory: <MapPinned aria-hidden />,
  redistribute: <UserRoundMinus aria-hidden />,
}
const texts: Record<AskedKind, () => string> = {
  waiting: m.plan_kind_waiting_text,
  territory: m.plan_kind_territory_text,
  redistribute: m.plan_kind_redistribute_text,
}

export function Screen() {
  const [view, change] = useViewState()
  if (view.openId === null) return <Overview onOpen={(id) => change({ openId: id })} />
  return (
    <Suspense fallback={<Page title={m.nav_plan()}>{<SkeletonLines lines={6} />}</Page>}>
      <OnePlan key={view.openId} id={view.openId} onBack={() => change({ openId: null })} />
    </Suspense>
  )
}

function Overview({ onOpen }: { onOpen: (id: string) => void }) {
  const mayRun = useMay()('plans.run')
  const [starting, setStarting] = useState<AskedKind | null>(null)
  const plans = useQuery(plansQuery)
  return (
    <Page title={m.nav_plan()}>
      <div className="flex flex-col gap-4">
        <p className="max-w-4xl text-sm text-quiet">{m.plan_intro()}</p>
        {mayRun && (
          <div className="grid grid-cols-3 gap-3 max-lg:grid-cols-1">
            {(['waiting', 'territory', 'redistribute'] as const).map((kind) => (
              <Card key={kind} className="flex flex-col">
                <div className="flex h-full flex-col items-start gap-2">
                  <span
                    aria-hidden
                    className="grid size-9 place-items-center rounded-lg bg-tint text-on-tint [&_svg]:size-4.5"
                  >
                    {icons[kind]}
                  </span>
                  <h2 className="text-md font-medium">{kindWords[kind]()}</h2>
                  <p className="text-sm text-quiet">{texts[kind]()}</p>
                  <Button className="mt-auto" onClick={() => setStarting(kind)}>
                    {m.plan_start()}
                  </Button>
                </div>
              </Card>
            ))}
          </div>
        )}
        <Suspense fallback={<SkeletonLines lines={3} />}>
          <Reoptimisation onOpen={onOpen} />
        </Suspense>
        <Card title={m.plan_recent()} flush>
          {plans.data ? (
            <PlanList plans={plans.data.items} onOpen={onOpen} />
          ) : plans.error ? (
            <LoadFailed query={plans} />
          ) : (
            <div className="px-4 pb-4">
              <SkeletonLines lines={3} />
            </div>
          )}
        </Card>
      </div>
      <Suspense>
        {starting && (
          <StartDialog kind={starting} onClose={() => setStarting(null)} onStarted={({ id }) => onOpen(id)} />
        )}
      </Suspense>
    </Page>
  )
}
