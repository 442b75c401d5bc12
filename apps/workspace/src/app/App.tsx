import { Router, type RouteSectionProps } from '@solidjs/router'
import { createEffect, ErrorBoundary, Suspense, untrack } from 'solid-js'
import { createTheme } from '@comptoir/ui/theme.ts'
import { Toasts } from '@comptoir/ui/Toasts'
import { CommandsContext, createCommands } from './commands.ts'
import { SessionContext, type Session } from './create-session.ts'
import { Crashed } from './Crashed.tsx'
import { LanguageContext, useLanguage, type Language } from './create-language.ts'
import { RouteProgress } from './RouteProgress.tsx'
import { routesIn } from './routes.ts'
import { ThemeContext } from './theme-context.ts'

export function App(props: { language: Language; session: Session }) {
  const language = untrack(() => props.language)
  const session = untrack(() => props.session)
  const theme = createTheme()
  // Made once: pages that were fetched stay fetched.
  const routes = routesIn(language)
  // Once somebody is known, their language is the one.
  createEffect(() => {
    const me = session.me()
    if (me) void language.setLocale(me.locale)
  })
  return (
    <LanguageContext.Provider value={language}>
      <ThemeContext.Provider value={theme}>
        <SessionContext.Provider value={session}>
          <CommandsContext.Provider value={createCommands()}>
            <Router root={Root}>{routes}</Router>
          </CommandsContext.Provider>
        </SessionContext.Provider>
      </ThemeContext.Provider>
    </LanguageContext.Provider>
  )
}

function Root(props: RouteSectionProps) {
  const { t } = useLanguage()
  return (
    <>
      <RouteProgress />
      <ErrorBoundary fallback={(error: unknown) => <Crashed error={error} />}>
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
      <Toasts label={t('common.announcements')} closeLabel={t('common.close')} />
    </>
  )
}
