import { Check, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import type { OfferedItem } from './offered-item.ts'
import { useAcceptOffer } from './use-accept-offer.ts'

const DeclineDialog = lazy(() =>
  import('./decline-dialog.tsx').then((part) => ({ default: part.DeclineDialog })),
)

/** Yes with one press, no with two. */
export function OfferAnswer({ item }: { item: Pick<OfferedItem, 'kind' | 'id' | 'title'> }) {
  const accept = useAcceptOffer()
  const [declining, setDeclining] = useState(false)
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button
        look="primary"
        className="flex-1"
        icon={<Check aria-hidden />}
        busy={accept.isPending}
        onClick={() => accept.mutate(item)}
      >
        {m.offers_accept()}
      </Button>
      <Button
        className="flex-1"
        icon={<X aria-hidden />}
        disabled={accept.isPending}
        onClick={() => setDeclining(true)}
      >
        {m.offers_decline()}
      </Button>
      {declining && (
        <Suspense>
          <DeclineDialog item={item} onClose={() => setDeclining(false)} />
        </Suspense>
      )}
    </div>
  )
}
