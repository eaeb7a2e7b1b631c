import { formatMoney } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Tier } from './assign-columns.tsx'
import type { Lead, PreviewItem } from './assignment-api.ts'
import { releaseText } from './release-text.ts'

export function WaitingCard({
  lead,
  item,
  onOpen,
  onAccept,
}: {
  lead: Lead
  item: PreviewItem | undefined
  onOpen: () => void
  onAccept: ((repId: string) => void) | undefined
}) {
  const best = item?.recommendations[0]
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <button type="button" onClick={onOpen} className="flex min-h-11 flex-col gap-1 text-left">
        <span className="flex items-center gap-2 font-medium">
          <span className="min-w-0 flex-1 truncate">{lead.company || lead.name}</span>
          {lead.amount !== null && (
            <span className="text-sm text-quiet">{formatMoney(lead.amount * 100, lead.currency)}</span>
          )}
          <Tier tier={lead.tier} />
        </span>
        <span className="text-sm">{lead.reason?.text}</span>
        <span className="text-xs text-quiet">{releaseText(lead.release, new Date())}</span>
      </button>
      {best && onAccept && (
        <Button look="tint" onClick={() => onAccept(best.repId)}>
          {m.assign_accept_named({ name: best.name })}
        </Button>
      )}
    </div>
  )
}
