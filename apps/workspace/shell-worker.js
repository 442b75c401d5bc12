// Keeps the program itself on this device, so that it starts without a network. Nothing the server says about
// anybody passes through it: what it does not answer goes the ordinary way.
const { version, entry, files } = self.shell
const name = `shell ${version}`
const page = '/index.html'
/** A network may be there in name only. */
const patienceMs = 4000

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.destination === 'document' && isOfProgram(pathname)) event.respondWith(showPage(event))
  else if (files.includes(pathname) || pathname.startsWith('/assets/')) event.respondWith(showFile(request))
})

async function keep() {
  const cache = await caches.open(name)
  const answer = await fetch(page, { cache: 'no-cache' })
  // A newer version landed meanwhile: the page of one and the files of the other would never start.
  if (!answer.ok || !(await answer.clone().text()).includes(entry)) throw new Error('another version is there by now')
  await cache.addAll(files)
  await cache.put(page, answer)
}

/** The version before stays: its pages may still be open, and ask for parts the server no longer has. */
async function takeOver() {
  const versions = (await caches.keys()).filter((one) => one.startsWith('shell ') && one !== name)
  await Promise.all(versions.slice(0, -1).map((one) => caches.delete(one)))
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

/** As the server has it now; as it is kept where nobody answers. */
async function showPage(event) {
  const answer = (async () => (await event.preloadResponse) ?? fetch(event.request))()
  const given = await Promise.race([answer.catch(() => undefined), after(patienceMs)])
  if (given && given.status < 500) return given
  const cache = await caches.open(name)
  return (await cache.match(page)) ?? given ?? answer
}

/** A file is named after what it holds: whichever version has it, it is the same. */
async function showFile(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

function isOfProgram(pathname) {
  return !/^\/(api|form|o|socket\.io)\//.test(pathname) && !/\.[a-z0-9]+$/.test(pathname)
}

function after(ms) {
  return new Promise((over) => setTimeout(over, ms))
}
