import { lazy, Suspense } from 'react'
import { navigation } from '../../app/shell/navigation.tsx'
import { Page } from '../../app/shell/page.tsx'
import { ShellFrame } from '../../app/shell/shell-frame.tsx'
import { useShellOverlays } from '../../app/shell/use-shell-overlays.tsx'
import { chooseTheme } from '../../app/theme.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { KitLooks } from './kit-looks.tsx'

// Parts nobody needs for the first look, and together more than any real screen: each comes when it is its turn.
const KitTable = lazy(() => import('./kit-table.tsx').then((module) => ({ default: module.KitTable })))
const KitForm = lazy(() => import('./kit-form.tsx').then((module) => ({ default: module.KitForm })))
const KitOverlays = lazy(() =>
  import('./kit-overlays.tsx').then((module) => ({ default: module.KitOverlays })),
)
const KitPeople = lazy(() => import('./kit-people.tsx').then((module) => ({ default: module.KitPeople })))
const KitCharts = lazy(() => import('./kit-charts.tsx').then((module) => ({ default: module.KitCharts })))

/** Every part of the design system in use, inside the shell it lives in. Works without a server. */
export function Screen() {
  const nav = navigation(() => true)
  const { openPalette, writeLog, overlays } = useShellOverlays(nav)
  const dark = document.documentElement.dataset['theme'] === 'dark'
  return (
    <ShellFrame
      nav={nav}
      person={{ name: '周敏', company: '配能演示公司' }}
      onSearch={openPalette}
      onWriteLog={writeLog}
      onSignOut={() => chooseTheme(dark ? 'light' : 'dark')}
    >
      <Page
        title={m.kit_title()}
        count={m.kit_intro()}
        actions={<Button look="primary">{m.kit_primary()}</Button>}
      >
        <div className="flex flex-col gap-4">
          <Suspense>
            <KitTable />
          </Suspense>
          <KitLooks />
          <Suspense>
            <div className="grid gap-4 xl:grid-cols-2">
              <KitForm />
              <KitPeople />
            </div>
            <KitOverlays />
            <KitCharts />
          </Suspense>
        </div>
      </Page>
      {overlays}
    </ShellFrame>
  )
}
