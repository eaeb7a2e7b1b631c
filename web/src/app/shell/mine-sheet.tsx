import { useNavigate } from '@tanstack/react-router'
import { LogOut, MonitorDown, UserRound } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useInstall } from '../install.ts'
import { NavLink } from './nav-link.tsx'
import type { NavEntry } from './navigation.tsx'
import { languages, themes, usePreferences } from './preferences.tsx'

type MineSheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  nav: readonly NavEntry[]
  person: { name: string; company: string }
  onSignOut: () => void
}

export function MineSheet({ open, onOpenChange, nav, person, onSignOut }: MineSheetProps) {
  const { locale, setLocale, theme, setTheme } = usePreferences()
  const navigate = useNavigate()
  const install = useInstall()
  const openAccount = () => {
    onOpenChange(false)
    void navigate({ to: '/account' })
  }
  const title = (
    <span className="flex items-center gap-2.5">
      <Avatar name={person.name} size="md" />
      {person.name}
    </span>
  )
  return (
    <Panel open={open} onOpenChange={onOpenChange} title={title}>
      {/* Leaving for another page closes the sheet; the links do the navigating. */}
      <nav
        aria-label={m.app_more()}
        onClickCapture={() => onOpenChange(false)}
        className="-mx-2 grid grid-cols-2 gap-x-2"
      >
        {nav.map((entry) => (
          <NavLink key={entry.to} entry={entry} />
        ))}
      </nav>
      <div className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
        <div className="flex items-center justify-between gap-3">
          <span className="text-sm text-quiet">{m.app_theme()}</span>
          <Segments
            label={m.app_theme()}
            value={theme}
            onChange={setTheme}
            options={themes().map(({ value, label }) => ({ value, label }))}
          />
        </div>
        <div className="flex items-center justify-between gap-3">
          <span className="text-sm text-quiet">{m.app_language()}</span>
          <Segments label={m.app_language()} value={locale} onChange={setLocale} options={languages} />
        </div>
        <Button icon={<UserRound aria-hidden />} onClick={openAccount}>
          {m.identity_account()}
        </Button>
        {install && (
          <Button icon={<MonitorDown aria-hidden />} onClick={install}>
            {m.app_install()}
          </Button>
        )}
        <Button icon={<LogOut aria-hidden />} onClick={onSignOut}>
          {m.app_sign_out()}
        </Button>
      </div>
    </Panel>
  )
}
