/*
 * Put before the built application by `offline-plugin.ts`, which names the files of this version:
 *   VERSION  changes with any of them      SHELL  what the page and a rep's day are made of
 *
 * The page itself and what it asks of the server come from the network whenever there is one. Without one, the page
 * comes from the shell, and answers the page marked as worth keeping from what was kept for the same person. A cache
 * for answers is opened by the page when somebody is signed in and deleted when they sign out; this worker never makes
 * one, so nothing can be kept for, or shown to, anybody else. Requests without that mark (signing in, writing, live
 * updates) are not touched at all.
 */
const shell = `peineng-shell.${VERSION}`
const KEPT_FOR = 'x-kept-for'
const KEPT_AT = 'x-kept-at'
const MOST_KEPT = 120

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(['/', ...SHELL])))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys()
      const old = names.filter((name) => name.startsWith('peineng-shell.') && name !== shell)
      await Promise.all(old.map((name) => caches.delete(name)))
      await self.clients.claim()
    })(),
  )
})

// A new version waits until the person says so: code changed under an open form loses what is typed in it.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (!url.pathname.startsWith('/api/')) event.respondWith(fetch(request).catch(() => page()))
    return
  }
  // Built files carry their hash in their name: whatever has the name is the file.
  if (url.pathname.startsWith('/assets/')) event.respondWith(file(request))
  else if (SHELL.includes(url.pathname)) event.respondWith(fetch(request).catch(() => kept(shell, request)))
  else if (request.headers.has(KEPT_FOR)) event.respondWith(answer(event, request))
})

async function page() {
  return (await caches.match('/', { cacheName: shell })) ?? Response.error()
}

async function file(request) {
  const cache = await caches.open(shell)
  const found = await cache.match(request)
  if (found) return found
  const response = await fetch(request)
  // Not the page that stands in for a file of an older version.
  if (response.ok && !response.headers.get('content-type')?.startsWith('text/html'))
    await cache.put(request, response.clone())
  return response
}

async function kept(cacheName, request) {
  return (await caches.match(request, { cacheName, ignoreVary: true })) ?? Response.error()
}

async function answer(event, request) {
  const cacheName = `peineng-kept.${request.headers.get(KEPT_FOR)}`
  try {
    const response = await fetch(request)
    if (response.ok) event.waitUntil(keep(cacheName, request.url, response.clone()))
    return response
  } catch {
    return kept(cacheName, request.url)
  }
}

async function keep(cacheName, url, response) {
  if (!(await caches.has(cacheName))) return
  const headers = new Headers(response.headers)
  headers.set(KEPT_AT, new Date().toISOString())
  const body = await response.arrayBuffer()
  // Deleted while the answer was read: whoever it was for has left.
  if (!(await caches.has(cacheName))) return
  const cache = await caches.open(cacheName)
  // The newest last: what has not been asked for longest goes first.
  await cache.delete(url)
  await cache.put(url, new Response(body, { status: response.status, headers }))
  const urls = await cache.keys()
  await Promise.all(urls.slice(0, Math.max(0, urls.length - MOST_KEPT)).map((one) => cache.delete(one)))
}
