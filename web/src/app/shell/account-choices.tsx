import { useNavigate } from '@tanstack/react-router'
import { Languages, LogOut, MonitorDown, SunMoon, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { m } from '../../i18n/messages.ts'
import { Menu, MenuChoice, MenuItem, MenuLine, MenuMore } from '../../ui/menu.tsx'
import { useInstall } from '../install.ts'
import { languages, themes, usePreferences } from './preferences.tsx'

/** The menu itself, open from the start: it is loaded because somebody pressed its button. */
export function AccountChoices({ trigger, onSignOut }: { trigger: ReactNode; onSignOut: () => void }) {
  const { locale, setLocale, theme, setTheme } = usePreferences()
  const navigate = useNavigate()
  const install = useInstall()
  return (
    <Menu side="top" className="w-46" startOpen trigger={trigger}>
      <MenuItem icon={<UserRound aria-hidden />} onSelect={() => void navigate({ to: '/account' })}>
        {m.identity_account()}
      </MenuItem>
      <MenuMore label={m.app_theme()} icon={<SunMoon aria-hidden />}>
        <MenuChoice value={theme} onChange={setTheme} options={themes()} />
      </MenuMore>
      <MenuMore label={m.app_language()} icon={<Languages aria-hidden />}>
        <MenuChoice value={locale} onChange={setLocale} options={languages} />
      </MenuMore>
      {install && (
        <MenuItem icon={<MonitorDown aria-hidden />} onSelect={install}>
          {m.app_install()}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={onSignOut}>
        {m.app_sign_out()}
      </MenuItem>
    </Menu>
  )
}
