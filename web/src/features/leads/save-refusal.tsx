import { useQuery } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useMay } from '../../app/session/use-may.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Why saving was refused; where somebody was faster, who and when. */
export function SaveRefusal({ error }: { error: Error | null }) {
  const may = useMay()
  const facts = error instanceof Problem && error.facts.code === 'VERSION_MISMATCH' ? error.facts.extra : null
  const by = text(facts?.['changedBy'])
  const who = useQuery({
    queryKey: ['member', 'one', by],
    queryFn: () => unwrap(api.GET('/api/v1/members/{id}', { params: { path: { id: by } } })),
    enabled: by !== '' && may('members.read'),
    retry: false,
  })
  if (!error) return null
  const at = text(facts?.['changedAt'])
  return (
    <p role="alert" className="mb-3 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
      {facts && at
        ? m.leads_changed_by({
            who: who.data?.name ?? m.leads_changed_by_someone(),
            at: formatDateTime(new Date(at), new Date()),
          })
        : problemSentence(error)}
    </p>
  )
}
