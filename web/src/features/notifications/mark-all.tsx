import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { mark, unreadQuery } from './notification-api.ts'

export function MarkAll() {
  const client = useQueryClient()
  const unread = useQuery(unreadQuery).data?.unread ?? 0
  const all = useMutation({
    mutationFn: () => mark({ all: true }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notice'] }),
  })
  return (
    <Button
      icon={<CheckCheck aria-hidden />}
      disabled={unread === 0}
      busy={all.isPending}
      onClick={() => all.mutate()}
    >
      {m.notifications_mark_all()}
    </Button>
  )
}
