// A page that keeps failing is not made better by reloading it for ever.
const onceEveryMs = 20_000

/** A new version of the program no longer has the parts of the old one: the page starts again with the new. */
export function reloadWhenOutdated() {
  addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || Date.now() - lastReload() < onceEveryMs) return
    event.preventDefault()
    sessionStorage.setItem('reloadedAt', String(Date.now()))
    location.reload()
  })
}

function lastReload() {
  return Number(sessionStorage.getItem('reloadedAt') ?? 0)
}
