import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemSentence } from '../../app/problem-sentence.ts'
import { useMay } from '../../app/session/use-may.ts'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'
import { assignNow, overrideOwner, type Scope, undoDecisions } from './assignment-api.ts'

/** Assigning and overriding, each with its undo; the lists refetch what they touch. */
export function useAssignment() {
  const client = useQueryClient()
  const may = useMay()
  const refresh = () =>
    Promise.all(
      ['lead', 'assignment', 'workload', 'rep'].map((noun) => client.invalidateQueries({ queryKey: [noun] })),
    )

  const undo = async (ids: readonly string[]) => {
    try {
      const { undone, kept } = await undoDecisions(ids)
      await notify({
        text:
          kept === 0
            ? m.assign_undone()
            : m.assign_undone_part({ count: String(undone), failed: String(kept) }),
      })
    } catch (error) {
      await notify({ text: problemSentence(error), tone: 'bad' })
    } finally {
      await refresh()
    }
  }
  const tell = (text: string, decisionIds: readonly string[], detail?: string) =>
    void notify({
      text,
      tone: 'good',
      ...(detail ? { detail } : {}),
      ...(decisionIds.length > 0 && may('leads.override') ? { undo: () => void undo(decisionIds) } : {}),
    })

  const assign = useMutation({
    mutationFn: (scope: Scope) => assignNow(scope),
    onSuccess: async ({ items, assigned, waiting }) => {
      const owned = items.filter((item) => item.owner !== null)
      const [only] = owned
      tell(
        owned.length === 1 && only?.owner
          ? m.assign_done_one({ name: only.owner.name })
          : m.assign_done_many({ count: assigned }),
        owned.flatMap((item) => (item.decisionId ? [item.decisionId] : [])),
        waiting > 0 ? m.assign_done_waiting({ count: String(waiting) }) : undefined,
      )
      await refresh()
    },
  })
  const give = useMutation({
    mutationFn: (given: { leadId: string; repId: string; reason: string }) =>
      overrideOwner(given.leadId, given.repId, given.reason),
    onSuccess: async (place) => {
      tell(m.assign_done_one({ name: place.owner?.name ?? '' }), place.decisionId ? [place.decisionId] : [])
      await refresh()
    },
  })
  return { assign, give, mayOverride: may('leads.override') }
}
