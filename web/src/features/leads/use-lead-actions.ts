import { useMutation } from '@tanstack/react-query'
import { useSession } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'
import { useRefreshAfterMove } from '../assignment/decision-api.ts'
import { acceptLead, type CloseBody, closeLead, releaseLead } from './lead-api.ts'
import { leadTitle } from './lead-title.ts'

type Named = { id: string; company: string; name: string; owner: { id: string } | null; state: string }

/** What may be done with a lead: shown only where the server would let it happen. */
export function useLeadRights() {
  const { data } = useSession()
  return (lead: Named & { acceptedAt: string | null }) => {
    const reach = data?.permissions['leads.work']
    const mine = lead.owner !== null && lead.owner.id === data?.repId
    const open = lead.state !== 'closed'
    // What is only offered is answered first.
    const offered = lead.state === 'offered'
    const mayWork = reach !== undefined && (reach !== 'own' || mine) && open && !offered
    const edits = data?.permissions['leads.update']
    return {
      mine,
      accept: mine && open && !offered && lead.acceptedAt === null && reach !== undefined,
      release: mine && open && !offered && reach !== undefined,
      log: mayWork,
      close: mayWork,
      edit: edits !== undefined && (edits !== 'own' || (mine && !offered)) && open,
      override: data?.permissions['leads.override'] !== undefined && open,
      person: data?.permissions['persons.erase'] !== undefined,
    }
  }
}

export function useLeadActions() {
  const refresh = useRefreshAfterMove()
  const accept = useMutation({
    mutationFn: (lead: Named) => acceptLead(lead.id),
    onSuccess: async (_placed, lead) => {
      void notify({ text: m.leads_accepted({ name: leadTitle(lead) }), tone: 'good' })
      await refresh()
    },
  })
  const release = useMutation({
    meta: { shownInForm: true },
    mutationFn: ({ lead, reason }: { lead: Named; reason: string }) => releaseLead(lead.id, reason),
    onSuccess: async ({ owner }) => {
      void notify({
        text: owner ? m.leads_released({ name: owner.name }) : m.leads_released_waiting(),
        tone: 'good',
      })
      await refresh()
    },
  })
  const close = useMutation({
    meta: { shownInForm: true },
    mutationFn: ({ lead, body }: { lead: Named; body: CloseBody }) => closeLead(lead.id, body),
    onSuccess: async ({ turnReturned }, { lead }) => {
      const words = turnReturned ? m.leads_closed_turn : m.leads_closed_done
      void notify({ text: words({ name: leadTitle(lead) }), tone: 'good' })
      await refresh()
    },
  })
  return { accept, release, close }
}
