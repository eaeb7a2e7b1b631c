// Shows what the server pushes, and opens the record when it is pressed. It keeps nothing and answers no request.
self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data?.json() ?? {}
  if (!title) return
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { url } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const target = event.notification.data?.url
  // Only pages of our own.
  const url = target && new URL(target, self.location.origin)
  if (!url || url.origin !== self.location.origin) return
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(async (windows) => {
      const [open] = windows
      if (!open) return self.clients.openWindow(url.href)
      await open.focus()
      return open.navigate(url.href).catch(() => self.clients.openWindow(url.href))
    }),
  )
})
