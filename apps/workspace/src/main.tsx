import '@comptoir/ui/base.css'
import { lazy } from 'solid-js'
import { render } from 'solid-js/web'

const root = document.getElementById('root')

// The gallery never reaches a build.
if (import.meta.env.DEV && root && location.pathname === '/gallery') {
  const Gallery = lazy(() => import('./gallery/Gallery.tsx'))
  render(() => <Gallery />, root)
}
