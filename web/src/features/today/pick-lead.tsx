import { m } from '../../i18n/messages.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Lead } from '../leads/lead-api.ts'
import { leadTitle } from '../leads/lead-title.ts'

type PickLeadProps = { leads: readonly Lead[]; onPick: (lead: Lead) => void; onClose: () => void }

/** The centre button of the phone logs without saying for whom: the day's order makes the likely one the first. */
export function PickLead({ leads, onPick, onClose }: PickLeadProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={m.today_log_pick()}>
      {leads.length === 0 ? (
        <p className="pb-4 text-sm text-quiet">{m.today_log_pick_none()}</p>
      ) : (
        <ul className="-mx-2 flex flex-col pb-2">
          {leads.map((lead) => (
            <li key={lead.id}>
              <button
                type="button"
                onClick={() => onPick(lead)}
                className="flex min-h-12 w-full flex-col justify-center rounded-md px-2 text-left hover:bg-ink/5"
              >
                <span className="truncate text-base font-medium">{leadTitle(lead)}</span>
                <span className="truncate text-xs text-quiet">
                  {[lead.name, lead.region].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
