import type { PushMessage } from '@comptoir/contract/notices'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Seat } from './take-seat.ts'

/**
 * What this browser shows outside of its pages, by title. Asked while something is about to be shown, it forgets that,
 * so ask once `push` has answered.
 */
export function shownIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration('/push/')
    return ((await worker?.getNotifications()) ?? []).map(({ title }) => title).sort()
  })
}

/** Hands pushes to the worker of this browser, as a push service does, which nobody reaches from here; answers once they are shown. */
export async function openPushService({ context, page, url }: Seat): Promise<(message: PushMessage) => Promise<void>> {
  const session = await context.newCDPSession(page)
  const registrationId = new Promise<string>((found) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${url}/push/` && !isDeleted)
      if (ours) found(ours.registrationId)
    })
  })
  const shown = new Set<string>()
  session.on(
    'BackgroundService.backgroundServiceEventReceived',
    ({ backgroundServiceEvent: { eventName, instanceId } }) => {
      if (eventName === 'Notification displayed') shown.add(instanceId)
    },
  )
  await session.send('ServiceWorker.enable')
  await session.send('BackgroundService.startObserving', { service: 'notifications' })
  await session.send('BackgroundService.setRecording', { service: 'notifications', shouldRecord: true })
  return async (message) => {
    const pushed = { origin: url, registrationId: await registrationId, data: JSON.stringify(message) }
    await session.send('ServiceWorker.deliverPushMessage', pushed)
    await expect.poll(() => [...shown]).toContain(message.tag)
  }
}

/** Presses what is shown under this title. */
export async function pressShown({ context }: Seat, title: string): Promise<void> {
  const worker = context.serviceWorkers().find((one) => one.url().endsWith('/push-worker.js'))
  if (!worker) throw new Error('the worker of this browser is not there')
  // A page cannot name what a worker alone has.
  const press = `async (title) => {
    const [notification] = (await registration.getNotifications()).filter((one) => one.title === title)
    // Only a hand may bring a window to the front, and only what the browser itself says may be waited for.
    WindowClient.prototype.focus = async function () { return this }
    const event = new NotificationEvent('notificationclick', { notification })
    event.waitUntil = () => {}
    dispatchEvent(event)
  }`
  await worker.evaluate(`(${press})(${JSON.stringify(title)})`)
}
