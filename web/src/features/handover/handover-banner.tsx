import { useNavigate } from '@tanstack/react-router'
import { LockKeyhole, UsersRound } from 'lucide-react'
import { useSession } from '../../app/session/session.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'

type Standing = {
  readonly id: string
  readonly read: boolean
  readonly shadow: { readonly name: string } | null
  readonly shadowUntil: string | null
}

/** On a record that came from a colleague: why contact data are hidden, and the way to open them; then who still helps. */
export function HandoverBanner({ handover, ownerId }: { handover: Standing; ownerId: string | null }) {
  const navigate = useNavigate()
  const mine = useSession().data?.repId === ownerId && ownerId !== null
  const open = () => void navigate({ to: '/handovers', search: { open: handover.id } })
  if (!handover.read)
    return (
      <section data-gate className="mb-4 rounded-lg border border-line bg-warn-tint p-3 text-sm">
        <p className="flex items-start gap-2 font-medium text-warn">
          <LockKeyhole className="mt-0.5 size-4 shrink-0" aria-hidden />
          {mine ? m.handover_gate() : m.handover_gate_other()}
        </p>
        <Button className="mt-2" look={mine ? 'primary' : 'plain'} onClick={open}>
          {mine ? m.handover_gate_open() : m.handover_do_open()}
        </Button>
      </section>
    )
  if (handover.shadow === null || handover.shadowUntil === null) return null
  return (
    <p data-shadow className="mb-4 flex flex-wrap items-center gap-2 text-sm text-quiet">
      <UsersRound className="size-4 shrink-0" aria-hidden />
      {m.handover_shadow({
        name: handover.shadow.name,
        at: formatDateTime(new Date(handover.shadowUntil), new Date()),
      })}
      <Button size="sm" look="ghost" onClick={open}>
        {m.handover_do_open()}
      </Button>
    </p>
  )
}
