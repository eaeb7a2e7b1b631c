import { useQueryClient } from '@tanstack/react-query'
import { Waves } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import {
  everythingSelected,
  nothingSelected,
  type Selection,
  selectedCount,
} from '../../ui/data-table/selection.ts'
import { notify } from '../../ui/notify.ts'
import type { Noun } from './record-api.ts'
import { matchingRecords, mayBeReleased } from './record-filter.ts'

const ReleaseManyDialog = lazy(() =>
  import('../pools/release-many-dialog.tsx').then((part) => ({ default: part.ReleaseManyDialog })),
)

type Row = { id: string; state: string | null }
type RecordBulkProps = {
  noun: Noun
  selection: Selection
  onSelection: (selection: Selection) => void
  rows: readonly Row[]
  total: number | undefined
  read: (cursor: string | null) => Promise<{ items: readonly Row[]; nextCursor: string | null }>
}

/** What may be done with many at once; "all that match" is read again from the server when it is done. */
export function RecordBulk({ noun, selection, onSelection, rows, total, read }: RecordBulkProps) {
  const client = useQueryClient()
  const [releasing, setReleasing] = useState<string[] | null>(null)
  const [busy, setBusy] = useState(false)
  const release = async () => {
    setBusy(true)
    try {
      const ids =
        selection.kind === 'all'
          ? await matchingRecords(read, selection.except)
          : rows.filter((row) => selection.ids.has(row.id) && mayBeReleased(row)).map(({ id }) => id)
      if (ids.length === 0) await notify({ text: m.accounts_nothing_to_release() })
      else setReleasing(ids)
    } catch (error) {
      await notify({ text: problemSentence(error), tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <BulkBar
        count={selectedCount(selection, total)}
        matching={total}
        onSelectAll={() => onSelection(everythingSelected)}
        onClear={() => onSelection(nothingSelected)}
      >
        <Button size="sm" icon={<Waves aria-hidden />} busy={busy} onClick={() => void release()}>
          {m.leads_release()}
        </Button>
      </BulkBar>
      <Suspense>
        {releasing && (
          <ReleaseManyDialog
            itemIds={releasing}
            onClose={() => setReleasing(null)}
            onDone={() => {
              setReleasing(null)
              onSelection(nothingSelected)
              void client.invalidateQueries({ queryKey: [noun] })
            }}
          />
        )}
      </Suspense>
    </>
  )
}
