import { useQuery } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { importQuery } from './import-api.ts'
import { ImportJob } from './import-job.tsx'
import { kinds } from './import-words.ts'
import { UploadCard } from './upload-card.tsx'

export function Screen() {
  const [view, change] = useViewState()
  const mayRun = useMay()('imports.run')
  return view.openId === null ? (
    <Page title={m.nav_import()}>
      <UploadCard mayRun={mayRun} onOpen={(id) => change({ openId: id })} />
    </Page>
  ) : (
    <OneImport key={view.openId} id={view.openId} mayRun={mayRun} onOther={() => change({ openId: null })} />
  )
}

function OneImport({ id, mayRun, onOther }: { id: string; mayRun: boolean; onOther: () => void }) {
  const job = useQuery(importQuery(id))
  return (
    <Page
      title={job.data?.fileName ?? m.nav_import()}
      {...(job.data ? { count: kinds[job.data.kind]() } : {})}
      actions={
        <Button icon={<Upload aria-hidden />} onClick={onOther}>
          {m.import_other_file()}
        </Button>
      }
    >
      {job.data ? (
        <ImportJob job={job.data} mayRun={mayRun} />
      ) : job.error ? (
        <LoadFailed query={job} page />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
