import { removeBrowser, saveBrowser } from './notification-api.ts'

/** A scope nobody visits: the worker only listens for pushes and stands between no page and the network. */
const WORKER = '/push-worker.js'
const SCOPE = '/push/'

export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

export const pushSupported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

export async function pushState(): Promise<PushState> {
  if (!pushSupported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration(SCOPE)
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

/** Asks the person, then the browser, then tells the server. Throws where any of them says no. */
export async function allowPush(publicKey: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState()
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
  await active(registration)
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  })
  await saveBrowser(bodyOf(subscription))
  return 'on'
}

export async function stopPush(): Promise<PushState> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE)
  const subscription = await registration?.pushManager.getSubscription()
  if (subscription) {
    // The same browser again is no second one: the answer is the id it has.
    const { id } = await saveBrowser(bodyOf(subscription))
    await removeBrowser(id)
    await subscription.unsubscribe()
  }
  return pushState()
}

function bodyOf(subscription: PushSubscription) {
  const { keys = {} } = subscription.toJSON()
  return {
    endpoint: subscription.endpoint,
    keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' },
  }
}

/** A push can be asked for once the worker runs; `ready` would wait for one that controls this page. */
function active(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting
  if (registration.active || !worker) return Promise.resolve()
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
    })
  })
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}
