import { useNavigate } from '@tanstack/react-router'
import { Languages, Moon, PencilLine, Sun } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { m } from '../../i18n/messages.ts'
import type { PaletteGroup } from '../../ui/palette.tsx'
import type { NavEntry } from './navigation.tsx'
import { usePreferences } from './preferences.tsx'

const Palette = lazy(() => import('../../ui/palette.tsx').then((module) => ({ default: module.Palette })))

type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  nav: readonly NavEntry[]
  onWriteLog: () => void
  found?: readonly PaletteGroup[]
  onSearch?: (query: string) => void
}

export function CommandPalette({
  open,
  onOpenChange,
  nav,
  onWriteLog,
  found = [],
  onSearch,
}: CommandPaletteProps) {
  const navigate = useNavigate()
  const { locale, setLocale, setTheme } = usePreferences()
  if (!open) return null
  const dark = document.documentElement.dataset['theme'] === 'dark'
  const groups: PaletteGroup[] = [
    {
      title: m.app_palette_act(),
      items: [
        {
          id: 'log',
          label: m.app_write_log(),
          keywords: ['xiegenjin', 'xgj', 'log'],
          icon: <PencilLine aria-hidden />,
          run: onWriteLog,
        },
        {
          id: 'theme',
          label: dark ? m.app_theme_light() : m.app_theme_dark(),
          keywords: ['waiguan', 'shense', 'qianse', 'theme', 'dark', 'light'],
          icon: dark ? <Sun aria-hidden /> : <Moon aria-hidden />,
          run: () => setTheme(dark ? 'light' : 'dark'),
        },
        {
          id: 'language',
          label: locale === 'en' ? '简体中文' : 'English',
          keywords: ['yuyan', 'language', 'yingwen', 'zhongwen'],
          icon: <Languages aria-hidden />,
          run: () => setLocale(locale === 'en' ? 'zh-CN' : 'en'),
        },
      ],
    },
    {
      title: m.app_palette_go(),
      items: nav.map((entry) => ({
        id: entry.to,
        label: entry.label,
        keywords: entry.keywords,
        icon: entry.icon,
        run: () => void navigate({ to: entry.to }),
      })),
    },
  ]
  return (
    <Suspense>
      <Palette
        open
        onOpenChange={onOpenChange}
        groups={groups}
        found={found}
        {...(onSearch ? { onSearch } : {})}
      />
    </Suspense>
  )
}
