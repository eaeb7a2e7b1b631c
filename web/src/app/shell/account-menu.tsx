import { ChevronsUpDown } from 'lucide-react'
import { type ComponentProps, lazy, Suspense, useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Avatar } from '../../ui/person-chip.tsx'

type Person = { name: string; company: string }

const loadChoices = () =>
  import('./account-choices.tsx').then((module) => ({ default: module.AccountChoices }))
const AccountChoices = lazy(loadChoices)

function AccountButton({ person, ...button }: { person: Person } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      {...button}
      className="flex items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-ink/5 data-[state=open]:bg-ink/5"
    >
      <Avatar name={person.name} size="sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium leading-4">{person.name}</span>
        <span className="block truncate text-xs leading-4 text-faint">{person.company}</span>
      </span>
      <span className="sr-only">{m.app_account()}</span>
      <ChevronsUpDown className="size-3.5 shrink-0 text-faint" aria-hidden />
    </button>
  )
}

/**
 * Who is here. What a menu needs (positioning, focus, 30 kB) is loaded when a hand or the keyboard comes near, not by
 * every page; until it is there the button stays, so a press is never lost.
 */
export function AccountMenu({ person, onSignOut }: { person: Person; onSignOut: () => void }) {
  const [asked, setAsked] = useState(false)
  const comingNear = () => void loadChoices()
  if (!asked)
    return (
      <AccountButton
        person={person}
        aria-expanded={false}
        onPointerEnter={comingNear}
        onFocus={comingNear}
        onClick={() => setAsked(true)}
      />
    )
  return (
    <Suspense fallback={<AccountButton person={person} aria-expanded={false} aria-busy />}>
      <AccountChoices trigger={<AccountButton person={person} />} onSignOut={onSignOut} />
    </Suspense>
  )
}
