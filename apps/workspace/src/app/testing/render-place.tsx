import { createMemoryHistory, MemoryRouter } from '@solidjs/router'
import { fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library'
import { createRoot, Suspense, type JSX } from 'solid-js'
import { expect, vi } from 'vitest'
import type { StaffEvent, StaffFacts } from '@comptoir/contract/events'
import type { createTheme } from '@comptoir/ui/theme.ts'
import { Toasts } from '@comptoir/ui/Toasts'
import { CommandsContext, createCommands } from '../commands.ts'
import { LanguageContext, openLanguage } from '../create-language.ts'
import { createOverlays, OverlaysContext } from '../create-overlays.ts'
import { createSession, SessionContext } from '../create-session.ts'
import { createWorkspace } from '../create-workspace.ts'
import { NewOverlays } from '../NewOverlays.tsx'
import { ThemeContext } from '../theme-context.ts'
import { WorkspaceContext } from '../workspace-context.ts'

export const joelle = {
  userId: '01a200d0-0000-7000-8000-000000000001',
  name: 'Joëlle Lambert',
  email: 'joelle@lambert.example',
}
const at = '2026-11-20T10:00:00.000000Z'

/** What the server answers to a path; anything else is not found. */
export type Answers = Record<string, (request: { method: string; body: unknown }) => Answer | Promise<Answer>>
interface Answer {
  status?: number
  body: unknown
}

/** A place of a business as Joëlle sees it, on a server made of answers; `tell` is the live line. */
export async function renderPlace(path: string, routes: () => JSX.Element, answers: Answers) {
  // jsdom scrolls nothing.
  Element.prototype.scrollIntoView ??= () => {}
  const asked: { method: string; path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://localhost')
    const method = init?.method ?? 'GET'
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const name = url.pathname.replace('/api/w/lambert', '') + url.search
    asked.push({ method, path: name, body })
    const answer = answers[`${method} ${name}`] ?? answers[`${method} ${name.split('?')[0]}`]
    const { status = 200, body: said } = (await answer?.({ method, body })) ?? {
      status: 404,
      body: { code: 'not_found', message: 'errors.not_found' },
    }
    return new Response(JSON.stringify(said), { status })
  })
  const language = await openLanguage('fr')
  await language.learnPages()
  language.setTimeZone('Europe/Paris')
  const { workspace, session, overlays } = createRoot(() => ({
    overlays: createOverlays(),
    workspace: createWorkspace('lambert', () => joelle, sliceOf()),
    session: createSession(),
  }))
  const history = createMemoryHistory()
  history.set({ value: `/w/lambert${path}` })
  const shown = render(() => (
    <LanguageContext.Provider value={language}>
      <SessionContext.Provider value={session}>
        <CommandsContext.Provider value={createCommands()}>
          <ThemeContext.Provider value={light}>
            <MemoryRouter
              history={history}
              root={(props) => (
                <WorkspaceContext.Provider value={workspace}>
                  <OverlaysContext.Provider value={overlays}>
                    <Suspense fallback={<p>Cette page arrive.</p>}>{props.children}</Suspense>
                    <NewOverlays />
                  </OverlaysContext.Provider>
                  <Toasts label="Annonces" closeLabel="Fermer l’annonce" />
                </WorkspaceContext.Provider>
              )}
            >
              {routes()}
            </MemoryRouter>
          </ThemeContext.Provider>
        </CommandsContext.Provider>
      </SessionContext.Provider>
    </LanguageContext.Provider>
  ))
  let seq = 10
  function tell<Name extends keyof StaffFacts>(name: Name, data: StaffFacts[Name]) {
    workspace.events.tell({ workspaceId: 'w', seq: ++seq, name, data, actorId: null, at } as StaffEvent)
  }
  const go = (to: string) => history.set({ value: `/w/lambert${to}` })
  return { ...shown, asked, tell, workspace, overlays, go }
}

const light: ReturnType<typeof createTheme> = { choice: () => 'light', shown: () => 'light', choose() {} }

function sliceOf(): Parameters<typeof createWorkspace>[2] {
  const slice = {
    seq: 10,
    workspace: {
      workspaceId: 'w',
      slug: 'lambert',
      name: 'Maison Lambert',
      locale: 'fr',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      phone: '',
      openingPicture: 'off',
      undoSeconds: 0,
      openingHours: null,
      example: false,
    },
    staff: [{ userId: joelle.userId, name: joelle.name, role: 'owner', state: 'active', absence: null }],
    viewing: null,
  } as const
  return {
    slice: { ...slice, staff: [...slice.staff] },
    counts: { seq: 10, views: { open: 2, unassigned: 2 }, toSort: 0, spam: 0, notices: 0 },
  }
}

/** Presses the way back that stands beside what was said. */
export async function undo(said: string) {
  const toast = (await screen.findByText(said)).closest<HTMLElement>('.toast')!
  fireEvent.click(within(toast).getByRole('button', { name: 'Annuler' }))
}

/** What was announced to one person is not told to the next. */
export async function closeToasts() {
  for (const close of screen.queryAllByRole('button', { name: 'Fermer l’annonce' })) fireEvent.click(close)
  await waitFor(() => expect(document.querySelector('.toast')).toBeNull())
}
