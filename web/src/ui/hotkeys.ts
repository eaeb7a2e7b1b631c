import { useEffect, useRef } from 'react'
import { isComposing } from './composing.ts'

/** `Mod+k`, `/`, `j`, `Shift+?` is written `?`. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    target.getAttribute('type') !== 'checkbox'
  )
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.metaKey || event.ctrlKey ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${key}`
}

/** Which binding a key press means, or none: composing and typing are never stolen, except for Mod+… */
export function hotkeyOf(event: KeyboardEvent, keys: Hotkeys): ((event: KeyboardEvent) => void) | undefined {
  if (event.defaultPrevented || isComposing(event)) return undefined
  const name = nameOf(event)
  if (!name.startsWith('Mod+') && isTyping(event.target)) return undefined
  return keys[name]
}

/** An open dialog or menu owns the keyboard: page keys rest while one is shown. */
function overlayOwnsKeyboard(): boolean {
  return (
    document.querySelector(
      '[role=dialog][data-modal], [role=alertdialog], [role=menu], [role=listbox][data-state=open]',
    ) !== null
  )
}

export function useHotkeys(keys: Hotkeys, active = true): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!active) return
    const onKeyDown = (event: KeyboardEvent) => {
      const act = hotkeyOf(event, latest.current)
      if (!act || overlayOwnsKeyboard()) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [active])
}
