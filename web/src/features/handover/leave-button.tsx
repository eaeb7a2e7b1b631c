import { useNavigate } from '@tanstack/react-router'
import { UserRoundMinus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'

const StartDialog = lazy(() =>
  import('../planning/start-dialog.tsx').then((part) => ({ default: part.StartDialog })),
)

/** Somebody leaves or is away for long: everything they own is planned, looked at, then handed over. */
export function LeaveButton({ repId }: { repId: string }) {
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button icon={<UserRoundMinus aria-hidden />} onClick={() => setAsking(true)}>
        {m.handover_leave()}
      </Button>
      {asking && (
        <Suspense>
          <StartDialog
            kind="redistribute"
            about={repId}
            onClose={() => setAsking(false)}
            onStarted={(plan) => void navigate({ to: '/plan', search: { open: plan.id } })}
          />
        </Suspense>
      )}
    </>
  )
}
