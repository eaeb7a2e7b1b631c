import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FileSpreadsheet, FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { formatDateTime, formatNumber, formatPercent } from '../../i18n/format.ts'
import { getLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/cx.ts'
import { Segments } from '../../ui/segments.tsx'
import { type Import, recentImportsQuery, uploadFile } from './import-api.ts'
import { kindNames, kinds, stateTone, stateWord } from './import-words.ts'

export function UploadCard({ mayRun, onOpen }: { mayRun: boolean; onOpen: (id: string) => void }) {
  const client = useQueryClient()
  const [kind, setKind] = useState<Import['kind']>('leads')
  const [share, setShare] = useState(0)
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const upload = useMutation({
    meta: { shownInForm: true },
    mutationFn: (file: File) => uploadFile(file, kind, getLocale(), setShare),
    onSuccess: (made) => {
      client.setQueryData(['import', made.id], made)
      void client.invalidateQueries({ queryKey: ['import', 'recent'] })
      onOpen(made.id)
    },
  })
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (!file || upload.isPending) return
    setShare(0)
    upload.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 max-lg:grid-cols-1">
      {mayRun && (
        <Card title={m.import_upload_title()}>
          <p className="text-sm text-quiet">{m.import_upload_text()}</p>
          <p className="mb-1 mt-4 text-sm font-medium text-quiet">{m.import_kind()}</p>
          <Segments
            label={m.import_kind()}
            value={kind}
            onChange={setKind}
            options={kindNames.map((value) => ({ value, label: kinds[value]() }))}
          />
          <section
            aria-label={m.import_upload_title()}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
            className={cx(
              'mt-4 flex min-h-52 flex-col items-center justify-center gap-3 rounded-lg border border-dashed px-6 py-8 text-center transition-colors duration-100',
              over ? 'border-accent bg-tint' : 'border-edge bg-sunken/50',
            )}
          >
            <span
              aria-hidden
              className="grid size-11 place-items-center rounded-xl bg-tint text-on-tint [&_svg]:size-5"
            >
              <FileUp />
            </span>
            {upload.isPending ? (
              <div role="status" className="flex w-64 max-w-full flex-col gap-2 text-sm text-quiet">
                {m.import_uploading()} {formatPercent(share)}
                <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-ink/8">
                  <i className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
                </span>
              </div>
            ) : (
              <p className="flex flex-wrap items-center justify-center gap-2 text-sm text-quiet">
                <span className="max-md:hidden">{m.import_drop()}</span>
                <Button look="primary" onClick={() => picker.current?.click()}>
                  {m.import_choose_file()}
                </Button>
              </p>
            )}
            {upload.error && (
              <p role="alert" className="text-sm text-bad">
                {problemSentence(upload.error)}
              </p>
            )}
            <input
              ref={picker}
              type="file"
              hidden
              aria-label={m.import_choose_file()}
              accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(event) => {
                take(event.target.files)
                event.target.value = ''
              }}
            />
          </section>
        </Card>
      )}
      <RecentImports onOpen={onOpen} />
    </div>
  )
}

function RecentImports({ onOpen }: { onOpen: (id: string) => void }) {
  const recent = useQuery(recentImportsQuery).data?.items
  const now = new Date()
  return (
    <Card title={m.import_recent()}>
      {recent?.length === 0 && <p className="text-sm text-quiet">{m.import_recent_empty()}</p>}
      <ul className="-mx-2 flex flex-col">
        {(recent ?? []).map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              onClick={() => onOpen(entry.id)}
              className="flex w-full items-center gap-3 rounded-md px-2 py-2 text-left text-sm hover:bg-ink/5"
            >
              <FileSpreadsheet className="size-4 shrink-0 text-faint" aria-hidden />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{entry.fileName}</span>
                <span className="block text-xs text-quiet">
                  {[
                    kinds[entry.kind](),
                    entry.result && formatNumber(entry.result.counts.created),
                    formatDateTime(new Date(entry.createdAt), now),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Badge tone={stateTone(entry.state)}>{stateWord(entry.state)}</Badge>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
