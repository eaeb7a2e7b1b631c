import { Monitor, Moon, Sun } from 'lucide-react'
import { type Locale, switchLocale, useLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../theme.ts'

export const languages: readonly { value: Locale; label: string }[] = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'en', label: 'English' },
]

export const themes = () => [
  { value: 'light' as const, label: m.app_theme_light(), icon: <Sun aria-hidden /> },
  { value: 'dark' as const, label: m.app_theme_dark(), icon: <Moon aria-hidden /> },
  { value: 'system' as const, label: m.app_theme_system(), icon: <Monitor aria-hidden /> },
]

export function usePreferences() {
  return {
    locale: useLocale(),
    setLocale: switchLocale,
    theme: useThemeChoice(),
    setTheme: (choice: ThemeChoice) => chooseTheme(choice),
  }
}
