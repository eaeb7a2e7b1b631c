import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowDownToLine, KeyRound, type LucideIcon, Sprout } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import { Button, buttonLook } from '../../ui/button.tsx'
import { FormProblem } from './identity-frame.tsx'
import { codeOf, entrySentence } from './identity-problem.ts'
import { DEMO, useSignIn } from './use-entry.ts'

/** The first thing after signing up: three ways in, none of them final. */
export function Screen() {
  const navigate = useNavigate()
  const session = useSession()
  const demo = useSignIn(() => void navigate({ to: '/today' }))
  const problem =
    codeOf(demo.error) === 'WRONG_CREDENTIALS' ? m.identity_demo_missing() : entrySentence(demo.error)
  return (
    <div className="mx-auto flex max-w-4xl flex-col px-6 py-12 max-md:px-4 max-md:py-6">
      <h1 className="text-kpi font-semibold">{m.identity_start_title({ name: session.data?.name ?? '' })}</h1>
      <p className="mt-1 text-base text-quiet">{m.identity_start_intro()}</p>
      <FormProblem>{problem}</FormProblem>
      <div className="mt-6 grid grid-cols-1 gap-4 md:grid-cols-3">
        <Way icon={Sprout} title={m.identity_start_demo()} text={m.identity_start_demo_text()}>
          <Button busy={demo.isPending} onClick={() => demo.mutate(DEMO)}>
            {m.identity_start_demo_go()}
          </Button>
        </Way>
        <Way icon={ArrowDownToLine} title={m.identity_start_import()} text={m.identity_start_import_text()}>
          <Link to="/import" className={buttonLook({ look: 'primary' })}>
            {m.identity_start_import_go()}
          </Link>
        </Way>
        <Way icon={KeyRound} title={m.identity_start_api()} text={m.identity_start_api_text()}>
          <Link to="/settings" className={buttonLook({})}>
            {m.identity_start_api_go()}
          </Link>
        </Way>
      </div>
      <Link
        to="/today"
        className="mt-6 self-start text-sm max-md:min-h-11 max-md:content-center text-quiet hover:text-ink hover:underline"
      >
        {m.identity_start_later()}
      </Link>
    </div>
  )
}

type WayProps = { icon: LucideIcon; title: string; text: string; children: ReactNode }

function Way({ icon: Icon, title, text, children }: WayProps) {
  return (
    <section className="flex flex-col items-start rounded-lg border border-line bg-surface p-5">
      <span aria-hidden className="grid size-10 place-items-center rounded-lg bg-tint text-on-tint">
        <Icon className="size-5" />
      </span>
      <h2 className="mt-4 text-md font-semibold">{title}</h2>
      <p className="mb-5 mt-1 flex-1 text-sm text-quiet">{text}</p>
      {children}
    </section>
  )
}
