import { useMutation, useQuery } from '@tanstack/react-query'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { useRefreshAfterMove } from '../assignment/decision-api.ts'
import { declineOffer, declineReasonsQuery } from './offer-api.ts'
import type { OfferedItem } from './offered-item.ts'

/** One press says why and is the answer. */
export function DeclineDialog({
  item,
  onClose,
}: {
  item: Pick<OfferedItem, 'kind' | 'id' | 'title'>
  onClose: () => void
}) {
  const reasons = useQuery(declineReasonsQuery)
  const refresh = useRefreshAfterMove()
  const decline = useMutation({
    meta: { shownInForm: true },
    mutationFn: (reason: string) => declineOffer(item.kind, item.id, reason),
    onSuccess: async () => {
      void notify({ text: m.offers_declined(), tone: 'good' })
      await refresh()
      onClose()
    },
    onError: () => void refresh(),
  })
  const error = decline.error ?? reasons.error
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${m.offers_decline_title()} · ${item.title}`}
      description={reasons.data && m.offers_decline_hint({ count: reasons.data.freePerWeek })}
    >
      {error && (
        <p role="alert" className="mb-3 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
          {problemSentence(error)}
        </p>
      )}
      {reasons.isPending && <SkeletonLines lines={4} />}
      <ul className="flex flex-col gap-2 pb-2">
        {reasons.data?.items.map(({ code, text }) => (
          <li key={code}>
            <Button
              className="w-full justify-start max-md:h-12"
              busy={decline.isPending && decline.variables === code}
              disabled={decline.isPending}
              onClick={() => decline.mutate(code)}
            >
              {text}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
