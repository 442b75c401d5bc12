export interface PageSigns {
  /** Whether this device believes it has a network. */
  online(): boolean
  stop(): void
}

/** Says when the network of this device comes and goes, and when somebody looks at the page again. */
export function watchPage(on: { onOnline: () => void; onOffline: () => void; onVisible: () => void }): PageSigns {
  const visible = () => document.visibilityState === 'visible' && on.onVisible()
  addEventListener('online', on.onOnline)
  addEventListener('offline', on.onOffline)
  document.addEventListener('visibilitychange', visible)
  return {
    online: () => navigator.onLine,
    stop() {
      removeEventListener('online', on.onOnline)
      removeEventListener('offline', on.onOffline)
      document.removeEventListener('visibilitychange', visible)
    },
  }
}
