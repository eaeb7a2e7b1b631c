import { useSyncExternalStore } from 'react'

/** What Chromium sends when this page may be put beside the other apps; TypeScript knows it not, for no other engine has it. */
type InstallOffer = Event & { prompt: () => Promise<unknown> }

let offer: InstallOffer | null = null
const listeners = new Set<() => void>()

function keep(next: InstallOffer | null): void {
  offer = next
  for (const tell of listeners) tell()
}

/** Heard from the first moment: the browser says it once, long before anybody opens a menu. */
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    // Asked from the menu, not across the page somebody is working on.
    event.preventDefault()
    keep(event as InstallOffer)
  })
  addEventListener('appinstalled', () => keep(null))
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Opens the browser's dialog; null where it cannot be installed, or is already. An offer is good for one press. */
export function useInstall(): (() => void) | null {
  const current = useSyncExternalStore(subscribe, () => offer)
  if (current === null) return null
  return () => {
    keep(null)
    void current.prompt()
  }
}
