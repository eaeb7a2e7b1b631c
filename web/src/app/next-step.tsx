import { Link } from '@tanstack/react-router'
import { m } from '../i18n/messages.ts'
import { buttonLook } from '../ui/button.tsx'
import { useMay } from './session/use-may.ts'

type Step = {
  to: '/today' | '/import' | '/people' | '/pool' | '/leads' | '/settings'
  search?: Readonly<Record<string, string>>
  /** The permission it takes; without it the next one of the list is offered. */
  needs?: string
  label: string
}

/** What an empty screen offers: the first step that this person may take, and from everywhere the way back to the day. */
export function NextStep({ steps = [] }: { steps?: readonly Step[] }) {
  const may = useMay()
  const step = steps.find(({ needs }) => needs === undefined || may(needs))
  return (
    <Link
      to={step?.to ?? '/today'}
      search={step?.search ?? {}}
      className={buttonLook({ look: step ? 'primary' : 'plain' })}
    >
      {step?.label ?? m.app_home()}
    </Link>
  )
}
