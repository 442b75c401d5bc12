import { showToast } from '@comptoir/ui/show-toast.ts'
import type { Language } from '../app/create-language.ts'

const anewAfterMs = 3_600_000
/** A new version runs no later than the next load; whoever wants it now has a minute to say so. */
const offeredMs = 60_000

/** Keeps the program on this device, and says when a new version of it is there. */
export async function keepShell({ t }: Language) {
  // Only a page that came over a safe line may.
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let isFirst = serviceWorker.controller === null
  serviceWorker.addEventListener('controllerchange', () => {
    // The first one brings what is already on the screen.
    if (!isFirst) {
      const action = { label: t('common.reload'), onClick: () => location.reload() }
      void showToast({ text: t('common.new_version'), action, durationMs: offeredMs })
    }
    isFirst = false
  })
  try {
    const registration = await serviceWorker.register('/shell-worker.js', { updateViaCache: 'none' })
    lookAgain(registration)
  } catch {
    // The browser refuses, or the network is gone: the program then needs it, as before.
  }
}

/** A page may stay open for weeks: when somebody comes back to it, or the network does, it asks for what is new. */
function lookAgain(registration: ServiceWorkerRegistration) {
  let askedAt = Date.now()
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < anewAfterMs) return
    askedAt = Date.now()
    registration.update().catch(() => {})
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('online', look)
  setInterval(look, anewAfterMs)
}
