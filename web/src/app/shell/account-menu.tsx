import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Languages, LogOut, SunMoon, UserRound } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Menu, MenuChoice, MenuItem, MenuLine, MenuMore } from '../../ui/menu.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { languages, themes, usePreferences } from './preferences.tsx'

type AccountMenuProps = { person: { name: string; company: string }; onSignOut: () => void }

export function AccountMenu({ person, onSignOut }: AccountMenuProps) {
  const { locale, setLocale, theme, setTheme } = usePreferences()
  const navigate = useNavigate()
  return (
    <Menu
      side="top"
      className="w-46"
      trigger={
        <button
          type="button"
          className="flex items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-ink/5 data-[state=open]:bg-ink/5"
        >
          <Avatar name={person.name} size="sm" />
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm font-medium leading-4">{person.name}</span>
            <span className="block truncate text-xs leading-4 text-faint">{person.company}</span>
          </span>
          <span className="sr-only">{m.app_account()}</span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-faint" aria-hidden />
        </button>
      }
    >
      <MenuItem icon={<UserRound aria-hidden />} onSelect={() => void navigate({ to: '/account' })}>
        {m.identity_account()}
      </MenuItem>
      <MenuMore label={m.app_theme()} icon={<SunMoon aria-hidden />}>
        <MenuChoice value={theme} onChange={setTheme} options={themes()} />
      </MenuMore>
      <MenuMore label={m.app_language()} icon={<Languages aria-hidden />}>
        <MenuChoice value={locale} onChange={setLocale} options={languages} />
      </MenuMore>
      <MenuLine />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={onSignOut}>
        {m.app_sign_out()}
      </MenuItem>
    </Menu>
  )
}
