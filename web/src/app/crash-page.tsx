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
  return (
    <div role="alert" className="pt-[10vh]">
      <EmptyState
        icon={<TriangleAlert />}
        title={refusal ? problemSentence(error) : m.app_crash_title()}
        action={
          <Button look="primary" onClick={reset}>
            {m.app_retry()}
          </Button>
        }
      >
        {refusal ? undefined : m.app_crash_detail()}
      </EmptyState>
    </div>
  )
}

export function NotFoundPage() {
  useLocale()
  return (
    <div className="pt-[10vh]">
      <EmptyState
        icon={<Compass />}
        title={m.app_not_found_title()}
        action={
          <Link to="/today" className={buttonLook({ look: 'primary' })}>
            {m.app_home()}
          </Link>
        }
      >
        {m.app_not_found_detail()}
      </EmptyState>
    </div>
  )
}
