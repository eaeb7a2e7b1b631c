import { useSyncExternalStore } from 'react'
import { type Locale, overwriteGetLocale } from './generated/runtime.js'

export type { Locale }

const STORAGE_KEY = 'peineng.locale'
const listeners = new Set<() => void>()

/** Chinese unless the browser asks for something else first: `zh-TW` and `zh` read zh-CN, the rest of the world reads English. */
export function localeFor(stored: string | null, wanted: readonly string[]): Locale {
  if (stored === 'zh-CN' || stored === 'en') return stored
  const first = wanted[0]
  return first === undefined || first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

let current: Locale = localeFor(localStorage.getItem(STORAGE_KEY), navigator.languages)
overwriteGetLocale(() => current)
document.documentElement.lang = current

export function getLocale(): Locale {
  return current
}

/** No reload: forms keep what was typed. Every screen is re-rendered by `useLocale` in its frame (see app/screen.tsx). */
export function switchLocale(locale: Locale): void {
  if (locale === current) return
  localStorage.setItem(STORAGE_KEY, locale)
  show(locale)
}

function show(locale: Locale): void {
  current = locale
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

// What was chosen in one tab holds in all.
addEventListener('storage', ({ key, newValue }) => {
  if (key === STORAGE_KEY && (newValue === 'zh-CN' || newValue === 'en') && newValue !== current)
    show(newValue)
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, getLocale)
}
