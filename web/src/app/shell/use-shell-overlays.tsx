import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useHotkeys } from '../../ui/hotkeys.ts'
import type { NavEntry } from './navigation.tsx'

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
)
const KeyboardHelp = lazy(() =>
  import('../../ui/keyboard-help.tsx').then((module) => ({ default: module.KeyboardHelp })),
)

type ShellOverlays = { openPalette: () => void; writeLog: () => void; overlays: ReactNode }

/** What the keyboard opens from anywhere: the palette (Ctrl/⌘ K, and `/` where a page has no search of its own) and the help. */
export function useShellOverlays(nav: readonly NavEntry[]): ShellOverlays {
  const [shown, setShown] = useState<'palette' | 'help' | null>(null)
  const navigate = useNavigate()
  const writeLog = () => void navigate({ to: '/today', search: { log: 'new' } })
  const focusSearch = () => {
    const search = document.querySelector<HTMLInputElement>('main input[type=search]')
    if (search) search.focus()
    else setShown('palette')
  }
  useHotkeys({ 'Mod+k': () => setShown('palette'), '/': focusSearch, '?': () => setShown('help') })
  const close = (open: boolean) => {
    if (!open) setShown(null)
  }
  return {
    openPalette: () => setShown('palette'),
    writeLog,
    overlays: (
      <>
        {shown === 'palette' && (
          <Suspense>
            <CommandPalette onOpenChange={close} nav={nav} onWriteLog={writeLog} />
          </Suspense>
        )}
        {shown === 'help' && (
          <Suspense>
            <KeyboardHelp open onOpenChange={close} />
          </Suspense>
        )}
      </>
    ),
  }
}
