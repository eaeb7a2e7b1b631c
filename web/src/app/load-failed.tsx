import { CloudOff } from 'lucide-react'
import { Problem } from '../api/problem.ts'
import { m } from '../i18n/messages.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { problemSentence } from './problem-sentence.ts'

type LoadFailedProps = {
  query: { error: unknown; isFetching: boolean; refetch: () => unknown }
  /** Where a page or a list would be, instead of a line in a card or a panel. */
  page?: boolean
}

const TOO_MANY = 429
/** A refusal will be refused again: then there is nothing to press. */
const mayHelp = (error: unknown) =>
  !(error instanceof Problem) ||
  error.facts.status === 0 ||
  error.facts.status === TOO_MANY ||
  error.facts.status >= 500

/** What did not come: why, and the one thing to do about it. Never an empty list, which would say that there is nothing. */
export function LoadFailed({ query, page = false }: LoadFailedProps) {
  const again = mayHelp(query.error) && (
    <Button size={page ? 'md' : 'sm'} busy={query.isFetching} onClick={() => void query.refetch()}>
      {m.app_retry()}
    </Button>
  )
  return page ? (
    <div role="alert">
      <EmptyState icon={<CloudOff />} title={problemSentence(query.error)} action={again} />
    </div>
  ) : (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-bad">
      <span>{problemSentence(query.error)}</span>
      {again}
    </div>
  )
}
