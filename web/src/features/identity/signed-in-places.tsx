import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { endOtherPlaces, endPlace, placesQuery } from './account-api.ts'
import { deviceName } from './device-name.ts'

/** Every session of this person; what is ended here is out at its next request. */
export function SignedInPlaces() {
  const client = useQueryClient()
  const places = useQuery(placesQuery)
  const refresh = () => client.invalidateQueries({ queryKey: placesQuery.queryKey })
  const end = useMutation({ mutationFn: endPlace, onSuccess: refresh })
  const endOthers = useMutation({
    mutationFn: endOtherPlaces,
    onSuccess: async ({ endedSessions }) => {
      void notify({ text: m.identity_places_ended({ count: endedSessions }), tone: 'good' })
      await refresh()
    },
  })
  const items = places.data?.items ?? []
  const now = new Date()
  return (
    <Card
      title={m.identity_places()}
      className="col-span-full"
      flush
      aside={
        items.length > 1 && (
          <Button size="sm" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {m.identity_places_end_others()}
          </Button>
        )
      }
    >
      {places.error && !places.data ? (
        <LoadFailed query={places} />
      ) : places.isPending ? (
        <div className="px-4 pb-4">
          <SkeletonLines lines={2} />
        </div>
      ) : (
        <ul className="mt-1.5 divide-y divide-line border-t border-line">
          {items.map((place) => (
            <li key={place.id} className="flex min-h-13 items-center gap-3 px-4 py-2 text-sm">
              <div className="min-w-0 flex-1">
                <div className="flex items-center gap-2 font-medium">
                  <span className="truncate">
                    {deviceName(place.userAgent) || m.identity_place_unknown()}
                  </span>
                  {place.current && <Badge tone="tint">{m.identity_place_here()}</Badge>}
                </div>
                <div className="truncate text-xs text-quiet">
                  {[place.ip, m.identity_place_seen({ at: formatDateTime(new Date(place.lastSeenAt), now) })]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              {!place.current && (
                <Button
                  size="sm"
                  busy={end.isPending && end.variables === place.id}
                  onClick={() => end.mutate(place.id)}
                >
                  {m.identity_place_end()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
