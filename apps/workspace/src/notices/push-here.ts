import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'

/** `denied`: its person said no to this site, in the browser itself. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

/** Of its own, so that it controls no page. */
const workerScope = '/push/'

/** Whether this browser is told while no page is open; where it is, the server is told so again, for a new session. */
export async function readPushHere(slug: string): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await subscriptionHere()
  if (!subscription || Notification.permission !== 'granted') return 'off'
  await hand(slug, subscription)
  return 'on'
}

/** Asks the person, and has this browser told from now on. */
export async function beginPushHere(slug: string): Promise<PushState> {
  const answer = await Notification.requestPermission()
  if (answer !== 'granted') return answer === 'denied' ? 'denied' : 'off'
  const { publicKey } = await ask(routes.$get({ param: { slug } }))
  const worker = await activeWorker(await navigator.serviceWorker.register('/push-worker.js', { scope: workerScope }))
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  await hand(slug, subscription)
  return 'on'
}

/** This browser is told no more. */
export async function endPushHere(slug: string): Promise<PushState> {
  const subscription = await subscriptionHere()
  if (!subscription) return 'off'
  await ask(routes.end.$post({ param: { slug }, json: { endpoint: subscription.endpoint } }))
  await subscription.unsubscribe()
  return 'off'
}

/** Takes away what this browser still shows of these notices. */
export async function withdrawPushes(noticeIds: readonly string[]): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration(workerScope)
  for (const shown of (await worker?.getNotifications()) ?? []) {
    const { noticeId } = shown.data as { noticeId?: string }
    if (noticeId && noticeIds.includes(noticeId)) shown.close()
  }
}

const routes = api.api.w[':slug'].inbox.notices.push

async function subscriptionHere() {
  const worker = await navigator.serviceWorker.getRegistration(workerScope)
  return worker?.pushManager.getSubscription()
}

function hand(slug: string, subscription: PushSubscription) {
  const { keys } = subscription.toJSON()
  const json = { endpoint: subscription.endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }
  return ask(routes.$put({ param: { slug }, json }))
}

/** A browser subscribes only once the worker runs. */
function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorkerRegistration> {
  const coming = registration.installing ?? registration.waiting
  if (registration.active || !coming) return Promise.resolve(registration)
  return new Promise((resolve) => {
    coming.addEventListener('statechange', () => coming.state === 'activated' && resolve(registration))
  })
}
