import { useMutation, useQueryClient } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'
import { claimItem, claimNext, type PoolItem, placeBid } from './pool-api.ts'
import { itemTitle } from './pool-words.ts'

/** Taking records out of a pool; refusals are shown by the frame, in words. */
export function usePoolActions(poolId: string) {
  const client = useQueryClient()
  // A lost race changes what is shown as much as a won one.
  const refresh = () => client.invalidateQueries({ queryKey: ['lead'] })
  const claim = useMutation({
    mutationFn: (item: PoolItem) => claimItem(poolId, item.id),
    onSuccess: (_, item) => void notify({ text: m.pools_claimed({ name: itemTitle(item) }), tone: 'good' }),
    onSettled: refresh,
  })
  const next = useMutation({
    mutationFn: () => claimNext(poolId),
    onSuccess: () => void notify({ text: m.pools_claimed_next(), tone: 'good' }),
    onSettled: refresh,
  })
  const bid = useMutation({
    mutationFn: (item: PoolItem) => placeBid(poolId, item.id),
    onSuccess: () => void notify({ text: m.pools_bid_placed(), tone: 'good' }),
    onSettled: refresh,
  })
  return { claim, next, bid }
}

export type PoolActions = ReturnType<typeof usePoolActions>
