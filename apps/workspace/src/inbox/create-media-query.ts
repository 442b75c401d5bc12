import { createSignal, onCleanup } from 'solid-js'

/** Whether the screen is as a media query says, and from now on. */
export function createMediaQuery(query: string) {
  const media = matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const follow = () => setMatches(media.matches)
  media.addEventListener('change', follow)
  onCleanup(() => media.removeEventListener('change', follow))
  return matches
}
