import { useNavigate } from '@tanstack/react-router'
import { Languages, Moon, PencilLine, Sun } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Palette, type PaletteGroup } from '../../ui/palette.tsx'
import type { NavEntry } from './navigation.tsx'
import { usePreferences } from './preferences.tsx'
import { useRecordSearch } from './use-record-search.tsx'

type CommandPaletteProps = {
  onOpenChange: (open: boolean) => void
  nav: readonly NavEntry[]
  onWriteLog: () => void
}

/** Ctrl/⌘ K: where to go, what to do, and whatever record is called like what is typed. Loaded when first opened. */
export function CommandPalette({ onOpenChange, nav, onWriteLog }: CommandPaletteProps) {
  const [query, setQuery] = useState('')
  const { found, busy } = useRecordSearch(query)
  const navigate = useNavigate()
  const { locale, setLocale, setTheme } = usePreferences()
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
    <Palette
      open
      onOpenChange={onOpenChange}
      groups={groups}
      found={found}
      searching={busy}
      onSearch={setQuery}
    />
  )
}
