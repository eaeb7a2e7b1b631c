import { Shuffle, Waves } from 'lucide-react'
import { useMay } from '../../app/session/use-may.ts'
import { m } from '../../i18n/messages.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'

type LeadBulkBarProps = {
  count: number
  matching: number | undefined
  onSelectAll: () => void
  onClear: () => void
  onAssign: () => void
  onRelease: () => void
}

/** What may be done with many leads at once; loaded with the first one that is selected. */
export function LeadBulkBar({ onAssign, onRelease, ...bar }: LeadBulkBarProps) {
  const may = useMay()
  return (
    <BulkBar {...bar}>
      <Button size="sm" look="primary" icon={<Shuffle aria-hidden />} onClick={onAssign}>
        {m.leads_assign_selected()}
      </Button>
      {may('leads.work') && (
        <Button size="sm" icon={<Waves aria-hidden />} onClick={onRelease}>
          {m.leads_release()}
        </Button>
      )}
    </BulkBar>
  )
}
