import { createContext, useContext } from 'solid-js'
import type { createTheme } from '@comptoir/ui/theme.ts'

export const ThemeContext = createContext<ReturnType<typeof createTheme>>()

/** The theme of this browser: `choice()`, `shown()`, `choose('dark')`. */
export function useTheme() {
  const theme = useContext(ThemeContext)
  if (!theme) throw new Error('no theme around this component')
  return theme
}
