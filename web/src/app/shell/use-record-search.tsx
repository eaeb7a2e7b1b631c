import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Building2, Handshake, UserRound, UserRoundSearch } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api, unwrap } from '../../api/client.ts'
import { m } from '../../i18n/messages.ts'
import type { PaletteGroup } from '../../ui/palette.tsx'
import { useMay } from '../session/use-may.ts'

/** Few of each kind: who sees too many types on. */
const PER_KIND = 5
/** A pause in typing, ms: a word is one question to the server. */
const PAUSE_MS = 180

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** Leads, customers, opportunities and people by what is typed, as far as whoever asks may see them. */
export function useRecordSearch(typed: string): { found: PaletteGroup[]; busy: boolean } {
  const may = useMay()
  const navigate = useNavigate()
  const rested = useRested(typed.trim())
  const enabled = rested !== ''
  const query = { q: rested, limit: PER_KIND }
  const leads = useQuery({
    queryKey: ['lead', 'palette', rested],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/leads', { params: { query }, signal })),
    enabled: enabled && may('leads.read'),
  })
  const accounts = useQuery({
    queryKey: ['account', 'palette', rested],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/accounts', { params: { query }, signal })),
    enabled: enabled && may('accounts.read'),
  })
  const deals = useQuery({
    queryKey: ['opportunity', 'palette', rested],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/opportunities', { params: { query }, signal })),
    enabled: enabled && may('opportunities.read'),
  })
  const reps = useQuery({
    queryKey: ['rep', 'palette', rested],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reps', { params: { query }, signal })),
    enabled: enabled && may('people.read'),
  })
  const open = (to: '/leads' | '/customers' | '/opportunities', id: string) => () =>
    void navigate({ to, search: { open: id } })
  if (!enabled) return { found: [], busy: typed.trim() !== '' }
  const found: PaletteGroup[] = [
    {
      title: m.nav_leads(),
      items: (leads.data?.items ?? []).map((lead) => ({
        id: lead.id,
        label: lead.company || lead.name,
        detail: lead.company ? lead.name : '',
        icon: <UserRoundSearch aria-hidden />,
        run: open('/leads', lead.id),
      })),
    },
    {
      title: m.nav_customers(),
      items: (accounts.data?.items ?? []).map((account) => ({
        id: account.id,
        label: account.name,
        detail: account.region ?? '',
        icon: <Building2 aria-hidden />,
        run: open('/customers', account.id),
      })),
    },
    {
      title: m.nav_opportunities(),
      items: (deals.data?.items ?? []).map((deal) => ({
        id: deal.id,
        label: deal.name,
        icon: <Handshake aria-hidden />,
        run: open('/opportunities', deal.id),
      })),
    },
    {
      title: m.nav_people(),
      items: (reps.data?.items ?? []).map((rep) => ({
        id: rep.id,
        label: rep.name,
        icon: <UserRound aria-hidden />,
        run: () => void navigate({ to: '/people/$id', params: { id: rep.id } }),
      })),
    },
  ]
  const asked = [leads, accounts, deals, reps]
  return { found, busy: rested !== typed.trim() || asked.some((one) => one.isFetching) }
}
