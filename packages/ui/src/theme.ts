import { createSignal, onCleanup } from 'solid-js'

export type Theme = 'light' | 'dark'
export type ThemeChoice = Theme | 'system'

/**
 * The theme of the screen: what the person chose, and what is shown. A choice is kept in this
 * browser under `theme`, which the page reads before its first paint; `system` keeps nothing.
 */
export function createTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const [choice, setChoice] = createSignal<ThemeChoice>(keptChoice())
  const [systemDark, setSystemDark] = createSignal(system.matches)
  const shown = (): Theme => {
    const wanted = choice()
    if (wanted !== 'system') return wanted
    return systemDark() ? 'dark' : 'light'
  }
  const paint = () => (document.documentElement.dataset.theme = shown())

  function choose(next: ThemeChoice) {
    keep(next)
    setChoice(next)
    paint()
  }
  function followSystem() {
    setSystemDark(system.matches)
    paint()
  }
  function followOtherTab(event: StorageEvent) {
    if (event.key !== 'theme') return
    setChoice(keptChoice())
    paint()
  }

  system.addEventListener('change', followSystem)
  addEventListener('storage', followOtherTab)
  onCleanup(() => {
    system.removeEventListener('change', followSystem)
    removeEventListener('storage', followOtherTab)
  })
  paint()
  return { choice, shown, choose }
}

function keptChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem('theme')
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    // A browser that refuses storage still gets the theme of its system.
    return 'system'
  }
}

function keep(choice: ThemeChoice) {
  try {
    if (choice === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', choice)
  } catch {
    // The choice then lasts as long as the page.
  }
}
