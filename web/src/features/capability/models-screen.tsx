import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, RefreshCw } from 'lucide-react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { isBusy, type Models, modelQuery, modelsQuery, trainNow } from './capability-api.ts'
import { Drift, Exploration } from './model-care.tsx'
import { Columns } from './model-columns.tsx'
import { ModelState } from './model-state.tsx'
import { Validation } from './model-validation.tsx'
import { Versions } from './model-versions.tsx'

export function Screen() {
  const may = useMay()
  const client = useQueryClient()
  const models = useQuery({
    ...modelsQuery,
    refetchInterval: (query) => (isBusy(query.state.data?.job ?? null) ? 2000 : false),
  })
  const train = useMutation({
    mutationFn: trainNow,
    onSuccess: () => client.invalidateQueries({ queryKey: ['win_model'] }),
  })
  const busy = train.isPending || isBusy(models.data?.job ?? null)
  return (
    <Page
      title={m.model_title()}
      actions={
        may('models.manage') && (
          <Button icon={<RefreshCw aria-hidden />} busy={busy} onClick={() => train.mutate()}>
            {busy ? m.model_training() : m.model_train()}
          </Button>
        )
      }
    >
      <Link
        to="/capability"
        className="-ml-1 mb-3 flex h-7 w-fit items-center gap-1 rounded-md px-1 text-sm text-quiet hover:text-ink max-md:h-11"
      >
        <ChevronLeft className="size-4" aria-hidden />
        {m.nav_capability()}
      </Link>
      {models.error && !models.data ? (
        <LoadFailed query={models} page />
      ) : models.data ? (
        <Content models={models.data} mayManage={may('models.manage')} />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}

function Content({ models, mayManage }: { models: Models; mayManage: boolean }) {
  // The report of what is in use; where nothing is, of the newest: it says why.
  const shown = models.inUse?.id ?? models.versions[0]?.id ?? null
  const report = useQuery({ ...modelQuery(shown ?? ''), enabled: shown !== null }).data
  return (
    <div className="flex flex-col gap-4">
      <ModelState models={models} report={report} mayManage={mayManage} />
      {report && (
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-4 max-lg:grid-cols-1">
          <Validation report={report} />
          <div className="flex min-w-0 flex-col gap-4">
            <Drift models={models} />
            <Exploration models={models} />
          </div>
        </div>
      )}
      {report && <Columns report={report} mayManage={mayManage} />}
      <Versions models={models} mayManage={mayManage} />
    </div>
  )
}
