import type { ReactNode } from 'react'
import { Brand } from '../../app/shell/brand.tsx'
import { languages, usePreferences } from '../../app/shell/preferences.tsx'
import { m } from '../../i18n/messages.ts'
import { ContributionBar } from '../../ui/contribution-bar.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { Segments } from '../../ui/segments.tsx'

type IdentityFrameProps = { title: string; intro?: string; children: ReactNode; foot?: ReactNode }

/** What is seen before the door: the form, and beside it on wide screens what the product is about. */
export function IdentityFrame({ title, intro, children, foot }: IdentityFrameProps) {
  const { locale, setLocale } = usePreferences()
  return (
    <div className="grid min-h-dvh grid-cols-1 bg-surface lg:grid-cols-[minmax(26rem,1fr)_minmax(28rem,1.15fr)]">
      <div className="flex flex-col px-6 py-5 sm:px-10">
        <header className="flex items-center justify-between">
          <Brand />
          <Segments label={m.app_language()} value={locale} onChange={setLocale} options={languages} />
        </header>
        <main className="mx-auto flex w-full max-w-88 flex-1 flex-col justify-center py-10">
          <h1 className="text-kpi font-semibold">{title}</h1>
          {intro && <p className="mt-1 text-base text-quiet">{intro}</p>}
          <div className="mt-6">{children}</div>
          {foot && <div className="mt-6 flex flex-col items-center gap-5 text-sm">{foot}</div>}
        </main>
      </div>
      <aside className="relative hidden items-center justify-center overflow-hidden bg-tint px-14 lg:flex">
        <div className="w-full max-w-108">
          <p className="break-keep text-[28px] font-semibold leading-11 text-on-tint">{m.identity_pitch()}</p>
          <p className="mt-3 text-md text-on-tint">{m.identity_pitch_detail()}</p>
          <Example />
        </div>
      </aside>
    </div>
  )
}

function Example() {
  return (
    <div className="mt-9 rounded-xl bg-raised p-5 shadow-float">
      <div className="mb-4 flex items-center gap-3">
        <Avatar name="董静" size="lg" />
        <p className="flex-1 text-md font-semibold">{m.identity_example_question()}</p>
        <span className="text-kpi font-semibold">35.3</span>
      </div>
      <ContributionBar
        terms={[
          { key: 'load', label: m.identity_example_load(), points: 17 },
          { key: 'fit', label: m.identity_example_fit(), points: 8.5 },
          { key: 'same', label: m.identity_example_same(), points: 5 },
          { key: 'fair', label: m.identity_example_fair(), points: 4.8 },
        ]}
      />
    </div>
  )
}

/** The sentence over a form; read out when it appears. */
export function FormProblem({ children }: { children: string | undefined }) {
  return (
    <p role="alert" className={children ? 'rounded-md bg-bad-tint px-3 py-2 text-sm text-bad' : 'sr-only'}>
      {children}
    </p>
  )
}
