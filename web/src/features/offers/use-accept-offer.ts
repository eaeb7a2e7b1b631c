import { useMutation } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'
import { useRefreshAfterMove } from '../assignment/decision-api.ts'
import { acceptOffer } from './offer-api.ts'
import type { OfferedItem } from './offered-item.ts'

export function useAcceptOffer() {
  const refresh = useRefreshAfterMove()
  return useMutation({
    mutationFn: ({ kind, id }: Pick<OfferedItem, 'kind' | 'id' | 'title'>) => acceptOffer(kind, id),
    onSuccess: async (_placed, { title }) => {
      void notify({ text: m.leads_accepted({ name: title }), tone: 'good' })
      await refresh()
    },
    onError: () => void refresh(),
  })
}
