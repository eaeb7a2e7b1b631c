import { Badge } from '../../ui/badge.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { LoadWords, RepLoad } from './load-columns.tsx'
import type { Load } from './people-api.ts'
import { availabilityWord, levelWord } from './people-words.ts'

export function RepCard({ load, team, onOpen }: { load: Load; team: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col gap-3 rounded-lg border border-line bg-surface p-4 text-left"
    >
      <span className="flex w-full items-center gap-3">
        <Avatar name={load.name} seed={load.repId} size="md" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{load.name}</span>
          <span className="block truncate text-xs text-quiet">
            {[team, levelWord(load.repLevel)].filter(Boolean).join(' · ')}
          </span>
        </span>
        {load.availability !== 'on_duty' && <Badge>{availabilityWord(load.availability)}</Badge>}
      </span>
      <span className="block w-full">
        <RepLoad load={load} />
      </span>
      <LoadWords load={load} />
    </button>
  )
}
