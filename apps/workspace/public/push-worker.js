// Shows what somebody is told while no page is open, and leads them there. It controls no page and keeps nothing.
self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('push', (event) => {
  const { title, body, path, tag, noticeId } = event.data.json()
  const shown = { body, tag, icon: '/icon.svg', data: { path, noticeId } }
  event.waitUntil(self.registration.showNotification(title, shown))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data.path))
})

/** In a window of the same business where there is one: what is being written there stays. */
async function open(path) {
  const business = path.split('/', 3).join('/')
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const here = windows.find((one) => new URL(one.url).pathname.startsWith(`${business}/`))
  if (!here) return self.clients.openWindow(path)
  await here.focus()
  here.postMessage({ is: 'open', path })
}
