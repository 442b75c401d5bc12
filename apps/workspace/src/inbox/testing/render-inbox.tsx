import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import { createRoot } from 'solid-js'
import { vi } from 'vitest'
import type { ClientView } from '@comptoir/contract/clients'
import type { StaffEvent, StaffFacts } from '@comptoir/contract/events'
import type { ConversationRow, ListPage, MessageItem, OpenedConversation } from '@comptoir/contract/inbox'
import { CommandsContext, createCommands } from '../../app/commands.ts'
import { LanguageContext, openLanguage } from '../../app/create-language.ts'
import { createSession, SessionContext } from '../../app/create-session.ts'
import { createWorkspace } from '../../app/create-workspace.ts'
import { WorkspaceContext } from '../../app/workspace-context.ts'
import InboxPage from '../InboxPage.tsx'

export const joelle = {
  userId: '01a200d0-0000-7000-8000-000000000001',
  name: 'Joëlle Lambert',
  email: 'joelle@lambert.example',
}
const at = '2026-11-20T10:00:00.000000Z'

/** What the server answers to a path; anything else is not found. */
export type Answers = Record<string, (request: { method: string; body: unknown }) => { status?: number; body: unknown }>

/** The inbox as Joëlle sees it, on a server made of answers; `tell` is the live line. */
export async function renderInbox(path: string, answers: Answers) {
  standInForLayout()
  const asked: { method: string; path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://localhost')
    const method = init?.method ?? 'GET'
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const name = url.pathname.replace('/api/w/lambert', '') + url.search
    asked.push({ method, path: name, body })
    const answer = answers[`${method} ${name}`] ?? answers[`${method} ${name.split('?')[0]}`]
    const { status = 200, body: said } = answer?.({ method, body }) ?? {
      status: 404,
      body: { code: 'not_found', message: 'errors.not_found' },
    }
    return new Response(JSON.stringify(said), { status })
  })
  const language = await openLanguage('fr')
  language.setTimeZone('Europe/Paris')
  const { workspace, session } = createRoot(() => ({
    workspace: createWorkspace('lambert', () => joelle, sliceOf()),
    session: createSession(),
  }))
  const history = createMemoryHistory()
  history.set({ value: `/w/lambert/inbox${path}` })
  const shown = render(() => (
    <LanguageContext.Provider value={language}>
      <SessionContext.Provider value={session}>
        <CommandsContext.Provider value={createCommands()}>
          <MemoryRouter
            history={history}
            root={(props) => <WorkspaceContext.Provider value={workspace}>{props.children}</WorkspaceContext.Provider>}
          >
            <Route path={['/w/:slug/inbox/:view?', '/w/:slug/inbox/c/:conversationId']} component={InboxPage} />
          </MemoryRouter>
        </CommandsContext.Provider>
      </SessionContext.Provider>
    </LanguageContext.Provider>
  ))
  let seq = 10
  function tell<Name extends keyof StaffFacts>(name: Name, data: StaffFacts[Name]) {
    workspace.events.tell({ workspaceId: 'w', seq: ++seq, name, data, actorId: null, at } as StaffEvent)
  }
  return { ...shown, asked, tell, workspace }
}

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
      openingPicture: 'off',
      example: false,
    },
    staff: [{ userId: joelle.userId, name: joelle.name, role: 'owner', state: 'active' }],
  } as const
  return {
    slice: { ...slice, staff: [...slice.staff] },
    counts: { seq: 10, open: 2, unread: 0, mine: 0, unassigned: 2, archived: 0, toSort: 0, spam: 0 },
  }
}

export function idOf(n: number) {
  return `01a200d0-0000-7000-8000-${String(n).padStart(12, '0')}`
}

export function rowOf(n: number, clientName: string, over: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id: idOf(n),
    clientId: idOf(100 + n),
    clientName,
    subject: `Sujet de ${clientName}`,
    state: 'open',
    source: 'email',
    sourceUrl: null,
    assigneeId: null,
    lastSeq: 1,
    lastAt: `2026-11-20T10:00:${String(60 - n).padStart(2, '0')}.000000Z`,
    lastPreview: `Bonjour, ici ${clientName}`,
    lastDirection: 'in',
    waitingSince: null,
    failedAt: null,
    ...over,
  }
}

export function pageOf(rows: ConversationRow[]): ListPage {
  return { seq: 10, view: 'open', rows, unread: {}, next: null }
}

export function messageOf(n: number, text: string, over: Partial<MessageItem> = {}): MessageItem {
  return {
    is: 'message',
    id: idOf(1000 + n),
    seq: n,
    direction: 'in',
    channel: 'email',
    userId: null,
    authorName: 'Nadia Jacquemin',
    subject: 'Sujet',
    text,
    quotedText: '',
    html: { is: 'none' },
    attachments: [],
    receipt: null,
    kind: 'message',
    written: 'here',
    senderCheck: null,
    calendar: null,
    alsoIn: [],
    at,
    ...over,
  }
}

export function openedOf(row: ConversationRow, items: MessageItem[]): OpenedConversation {
  const client: ClientView = {
    id: row.clientId,
    name: row.clientName,
    company: '',
    street: '',
    postalCode: '',
    town: '',
    country: '',
    note: '',
    emails: [{ id: idOf(500), value: 'nadia@example.com' }],
    phones: [],
    tags: [],
    version: 1,
    createdAt: at,
  }
  const recipient = 'nadia@example.com'
  return {
    seq: 10,
    conversation: row,
    client,
    items,
    before: null,
    unread: 0,
    draft: null,
    recipient,
    mailboxAddress: 'info@lambert.example',
  }
}

/** jsdom lays nothing out: everything is 800 pixels high. */
function standInForLayout() {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: true,
    addEventListener() {},
    removeEventListener() {},
  }))
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 400 })
  HTMLElement.prototype.scrollTo ??= () => {}
}
