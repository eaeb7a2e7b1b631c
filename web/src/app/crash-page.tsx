import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { Compass, TriangleAlert } from 'lucide-react'
import { Problem } from '../api/problem.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../i18n/messages.ts'
import { Button, buttonLook } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { problemSentence } from './problem-sentence.ts'

export function CrashPage({ error, reset }: ErrorComponentProps) {
  useLocale()
  const refusal = error instanceof Problem
  // The code of a page that was never opened cannot be had now; nothing is broken.
  const away = !refusal && !navigator.onLine
  return (
    <div role="alert" className="pt-[10vh]">
      <EmptyState
        icon={<TriangleAlert />}
        title={refusal ? problemSentence(error) : away ? m.app_crash_offline() : m.app_crash_title()}
        action={
          <span className="flex gap-2">
            <Button look="primary" onClick={reset}>
              {m.app_retry()}
            </Button>
            {away && <Home />}
          </span>
        }
      >
        {refusal || away ? undefined : m.app_crash_detail()}
      </EmptyState>
    </div>
  )
}

export function NotFoundPage() {
  useLocale()
  return (
    <div className="pt-[10vh]">
      <EmptyState icon={<Compass />} title={m.app_not_found_title()} action={<Home />}>
        {m.app_not_found_detail()}
      </EmptyState>
    </div>
  )
}

function Home() {
  return (
    <Link to="/today" className={buttonLook()}>
      {m.app_home()}
    </Link>
  )
}
