import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical, Play, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { SwitchLine } from '../../ui/switch.tsx'
import { AfterImport } from './after-import.tsx'
import { ColumnsCard } from './columns-card.tsx'
import { FormatCard } from './format-card.tsx'
import { changeMapping, dryRun, type Import, type Mapping, startImport, undoImport } from './import-api.ts'
import { OutcomeCard } from './outcome-card.tsx'
import { PoolChoice } from './pool-choice.tsx'
import { PreviewCard } from './preview-card.tsx'
import { Steps } from './steps.tsx'
import { ValuesCard } from './values-card.tsx'

const columnsOf = (job: Import) => job.columns.map(({ column }) => job.mapping.columns[column] ?? null)

export function ImportJob({ job, mayRun }: { job: Import; mayRun: boolean }) {
  const client = useQueryClient()
  const [edited, setEdited] = useState<Mapping | null>(null)
  const [changing, setChanging] = useState(false)
  const [undoing, setUndoing] = useState(false)
  const mapping = edited ?? { ...job.mapping, columns: columnsOf(job) }
  const change = (part: Partial<Mapping>) => setEdited({ ...mapping, ...part })

  const wasWorking = useRef(false)
  useEffect(() => {
    if (wasWorking.current && job.state !== 'working')
      for (const noun of ['lead', 'rep', 'account', 'opportunity', 'workload', 'assignment'])
        void client.invalidateQueries({ queryKey: [noun] })
    wasWorking.current = job.state === 'working'
  }, [job.state, client])

  const act = useMutation({
    meta: { shownInForm: true },
    mutationFn: async (task: 'try' | 'start' | 'undo') => {
      if (task === 'undo') return undoImport(job.id)
      if (edited) await changeMapping(job.id, edited)
      return task === 'try' ? dryRun(job.id) : startImport(job.id)
    },
    onSuccess: (made) => {
      setEdited(null)
      setChanging(false)
      client.setQueryData(['import', job.id], made)
    },
  })
  const working = job.state === 'working'
  const settled = job.state === 'done' || job.state === 'undone' || job.state === 'failed'
  const tried = job.dryRun !== null && !edited && !changing
  const step = settled ? 3 : working && job.task === 'import' ? 2 : tried || working ? 1 : 0

  const actions = mayRun && !working && (
    <div className="flex flex-wrap gap-2">
      {!settled && tried && <Button onClick={() => setChanging(true)}>{m.import_change_columns()}</Button>}
      {!settled && (
        <Button
          look={tried ? 'plain' : 'primary'}
          icon={<FlaskConical aria-hidden />}
          busy={act.isPending}
          onClick={() => act.mutate('try')}
        >
          {m.import_dry_run()}
        </Button>
      )}
      {!settled && tried && job.dryRun && (
        <Button
          look="primary"
          icon={<Play aria-hidden />}
          busy={act.isPending}
          onClick={() => act.mutate('start')}
        >
          {m.import_start_count({ count: job.dryRun.counts.created })}
        </Button>
      )}
      {(job.state === 'done' || job.state === 'failed') && (
        <Button icon={<Undo2 aria-hidden />} busy={act.isPending} onClick={() => setUndoing(true)}>
          {m.import_undo()}
        </Button>
      )}
    </div>
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Steps current={step} />
        {actions}
      </div>
      {act.error && (
        <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
          {problemSentence(act.error)}
        </p>
      )}
      {working && <Working job={job} />}
      {job.problem && !working && (
        <Card title={m.import_failed_title()}>
          <p className="text-sm text-quiet">{m.import_failed_text({ code: job.problem.code })}</p>
        </Card>
      )}
      {!working && job.state === 'undone' && job.result?.undone && (
        <p className="rounded-md bg-sunken px-3 py-2 text-sm">
          {m.import_undone({
            removed: formatNumber(job.result.undone.removed),
            kept: formatNumber(job.result.undone.kept),
          })}
        </p>
      )}
      {!working && job.state === 'done' && job.kind === 'leads' && <AfterImport importId={job.id} />}
      {!working && settled && job.result && <OutcomeCard id={job.id} report={job.result} tried={false} />}
      {!working && !settled && tried && job.dryRun && <OutcomeCard id={job.id} report={job.dryRun} tried />}
      {!working && !settled && !tried && (
        <div className="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-4 max-xl:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-4">
            <FormatCard
              job={job}
              headerRow={mapping.headerRow}
              onHeaderRow={(headerRow) => change({ headerRow })}
            />
            <ColumnsCard
              job={job}
              chosen={mapping.columns}
              onChange={(column, field) =>
                change({ columns: mapping.columns.map((old, at) => (at === column ? field : old)) })
              }
            />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Card title={m.import_options()}>
              <div className="flex flex-col gap-4">
                <SwitchLine
                  checked={mapping.owners === 'keep'}
                  onChange={(on) => change({ owners: on ? 'keep' : 'ignore' })}
                  hint={m.import_owners_hint()}
                >
                  {m.import_owners_keep()}
                </SwitchLine>
                {job.kind !== 'products' && job.kind !== 'reps' && (
                  <PoolChoice value={mapping.pool ?? null} onChange={(pool) => change({ pool })} />
                )}
                <SwitchLine
                  checked={mapping.duplicates === 'create'}
                  onChange={(on) => change({ duplicates: on ? 'create' : 'policy' })}
                  hint={m.import_duplicates_hint()}
                >
                  {m.import_duplicates_create()}
                </SwitchLine>
              </div>
            </Card>
            <ValuesCard mapping={mapping} onChange={(values) => change({ values })} />
          </div>
        </div>
      )}
      {!working && !settled && <PreviewCard job={job} chosen={mapping.columns} />}
      <Confirm
        open={undoing}
        onOpenChange={setUndoing}
        title={m.import_undo_title()}
        description={m.import_undo_text()}
        confirm={m.import_undo()}
        danger
        onConfirm={() => act.mutate('undo')}
      />
    </div>
  )
}

function Working({ job }: { job: Import }) {
  const words =
    job.task === 'undo'
      ? m.import_working_undo()
      : job.task === 'import'
        ? m.import_working_import()
        : m.import_working_dry_run()
  const { rowReached, totalRows, percent } = job.progress
  return (
    <Card>
      <div role="status" className="flex flex-col gap-2 text-sm">
        <span className="flex justify-between gap-3">
          {words}
          {totalRows !== null && (
            <span className="text-quiet">
              {m.import_progress({ done: formatNumber(rowReached), total: formatNumber(totalRows) })}
            </span>
          )}
        </span>
        <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-ink/8">
          <i
            className="block h-full rounded-full bg-accent transition-[width] duration-150"
            style={{ width: `${percent ?? 5}%` }}
          />
        </span>
      </div>
    </Card>
  )
}
