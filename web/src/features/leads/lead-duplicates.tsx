import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { LeadDetail } from './lead-api.ts'
import { word } from './lead-words.ts'

type LeadDuplicatesProps = { duplicates: LeadDetail['duplicates']; onOpen: (leadId: string) => void }

/** Certain ones first: they share a number or a name; the rest only look alike. */
export function LeadDuplicates({ duplicates, onOpen }: LeadDuplicatesProps) {
  if (duplicates.length === 0) return null
  const ordered = [...duplicates].sort((a, b) => Number(b.certain) - Number(a.certain))
  return (
    <PanelSection title={m.leads_duplicates()}>
      <ul className="flex flex-col divide-y divide-line">
        {ordered.map((other) => (
          <li key={other.id} className="flex items-center gap-3 py-2 text-sm">
            <span className="min-w-0 flex-1">
              {other.what === 'lead' ? (
                <button
                  type="button"
                  onClick={() => onOpen(other.id)}
                  className="block max-w-full truncate text-left hover:underline"
                >
                  {other.company || other.name}
                </button>
              ) : (
                <span className="block truncate">{other.company || other.name}</span>
              )}
              <span className="mt-0.5 flex flex-wrap gap-1">
                {other.by.map((by) => (
                  <Badge key={by} tone={other.certain ? 'tint' : 'plain'}>
                    {word('by', by)}
                  </Badge>
                ))}
              </span>
            </span>
            {other.owner && <PersonChip name={other.owner.name} seed={other.owner.id} />}
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
