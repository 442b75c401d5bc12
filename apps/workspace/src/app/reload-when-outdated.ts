// A page that keeps failing is not made better by reloading it for ever.
const onceEveryMs = 20_000

/** A new version of the program no longer has the parts of the old one: the page starts again with the new. */
export function reloadWhenOutdated() {
  addEventListener('vite:preloadError', () => {
    if (navigator.onLine && Date.now() - lastReload() >= onceEveryMs) void reloadIfAnswered()
  })
}

/** Where nobody answers it is the line that is cut, and a page that reloads would be gone with all that is on it. */
async function reloadIfAnswered() {
  const answer = await fetch('/index.html', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (!answer?.ok) return
  sessionStorage.setItem('reloadedAt', String(Date.now()))
  location.reload()
}

function lastReload() {
  return Number(sessionStorage.getItem('reloadedAt') ?? 0)
}
