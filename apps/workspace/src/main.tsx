import '@comptoir/ui/base.css'
import { lazy } from 'solid-js'
import { render } from 'solid-js/web'
import { App } from './app/App.tsx'
import { keptLocale, openLanguage } from './app/create-language.ts'
import { createSession } from './app/create-session.ts'
import { loadWorkspaceEarly } from './app/load-workspace.ts'
import { reloadWhenOutdated } from './app/reload-when-outdated.ts'
import { Frame, Inbox } from './app/routes.ts'
import { settled } from './app/when-idle.ts'

const root = document.getElementById('root')

if (root && import.meta.env.DEV && location.pathname === '/gallery') {
  // The gallery never reaches a build.
  const Gallery = lazy(() => import('./gallery/Gallery.tsx'))
  render(() => <Gallery />, root)
} else if (root) {
  reloadWhenOutdated()
  const session = createSession()
  void session.read()
  const slug = /^\/w\/([^/]+)/.exec(location.pathname)?.[1]
  if (slug !== undefined) {
    // On their way while the words are being fetched; code that fails is asked for again when it is shown.
    loadWorkspaceEarly(slug)
    void Promise.allSettled([Frame.preload(), Inbox.preload()])
  }
  const language = await openLanguage(keptLocale())
  render(() => <App language={language} session={session} />, root)
  if (import.meta.env.PROD)
    settled(() => void import('./offline/keep-shell.ts').then(({ keepShell }) => keepShell(language)).catch(() => {}))
}
