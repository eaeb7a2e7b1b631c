import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'

/**
 * Pages open without a network once the worker is there. A version that arrives while the page is open waits for a
 * press: code changed under an open form would lose what is typed in it.
 */
export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register('/sw.js')
  const offer = (worker: ServiceWorker | null) => {
    // The first worker of all replaces nothing.
    if (!worker || !navigator.serviceWorker.controller) return
    void notify({
      text: m.app_new_version(),
      stays: true,
      undoLabel: m.app_reload(),
      undo: () => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
        worker.postMessage('take-over')
      },
    })
  }
  offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker)
    })
  })
  // A phone keeps the page for days; coming back to it is when a new version is looked for.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined)
  })
}
