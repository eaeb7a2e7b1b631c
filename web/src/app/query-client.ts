import { MutationCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '../api/problem.ts'
import { notify } from '../ui/notify.ts'
import { problemSentence } from './problem-sentence.ts'

const RETRIES = 2

/** A refusal will be refused again; a server that stumbled or a network that was away may answer the next time. */
function mayHelpToRetry(error: unknown): boolean {
  // Without a network it is not asked again and again: the page does it when the network is back.
  if (!navigator.onLine) return false
  return !(error instanceof Problem) || error.facts.status === 0 || error.facts.status >= 500
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Asked for even without a network: the service worker may have kept the answer.
      networkMode: 'offlineFirst',
      retry: (failures, error) => failures < RETRIES && mayHelpToRetry(error),
      // Live updates say what changed; coming back to the window asks only for what is stale.
      refetchOnWindowFocus: true,
    },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      // A form shows its own errors at its fields (`meta: { shownInForm: true }`); everything else is a toast.
      if (mutation.meta?.['shownInForm']) return
      if (error instanceof Problem && error.facts.status === 401) return
      void notify({ text: problemSentence(error), tone: 'bad' })
    },
  }),
})
