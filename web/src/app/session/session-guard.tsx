import { lazy, Suspense, useEffect, useState } from 'react'
import { onSessionEnded } from '../../api/client.ts'

const SessionExpiredDialog = lazy(() =>
  import('./session-expired-dialog.tsx').then((module) => ({ default: module.SessionExpiredDialog })),
)

/** Waits for the server to say that the session is over, then asks for the password on top of whatever is open. */
export function SessionGuard({ email, onOther }: { email: string; onOther: () => void }) {
  const [ended, setEnded] = useState(false)
  useEffect(() => onSessionEnded(() => setEnded(true)), [])
  if (!ended) return null
  return (
    <Suspense>
      <SessionExpiredDialog email={email} onResumed={() => setEnded(false)} onOther={onOther} />
    </Suspense>
  )
}
