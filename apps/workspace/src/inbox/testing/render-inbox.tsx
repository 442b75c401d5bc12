import { Route } from '@solidjs/router'
import { vi } from 'vitest'
import type { ClientView } from '@comptoir/contract/clients'
import type { ConversationRow, ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { MessageItem } from '@comptoir/contract/timeline'
import { renderPlace, type Answers } from '../../app/testing/render-place.tsx'
import InboxPage from '../InboxPage.tsx'

const at = '2026-11-20T10:00:00.000000Z'

/** The inbox as Joëlle sees it, on a server made of answers; `tell` is the live line. */
export function renderInbox(path: string, answers: Answers) {
  standInForLayout()
  const routes = () => (
    <Route path={['/w/:slug/inbox/:view?', '/w/:slug/inbox/c/:conversationId']} component={InboxPage} />
  )
  return renderPlace(`/inbox${path}`, routes, answers)
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
    sentAt: null,
    followUpAt: null,
    dueNote: null,
    topAt: `2026-11-20T10:00:${String(60 - n).padStart(2, '0')}.000000Z`,
    ...over,
  }
}

export function pageOf(rows: ConversationRow[]): ListPage {
  return { seq: 10, view: 'open', filter: {}, rows, unread: {}, next: null }
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
    addressees: [],
    receipt: null,
    leaving: null,
    signatureHtml: null,
    kind: 'message',
    party: 'client',
    aboutId: null,
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
    title: '',
    birthday: null,
    categoryId: null,
    notes: [],
    values: {},
    company: '',
    street: '',
    postalCode: '',
    town: '',
    country: '',
    emails: [{ id: idOf(500), value: 'nadia@example.com' }],
    phones: [],
    tags: [],
    images: 'asked',
    createdAt: at,
  }
  const recipient = 'nadia@example.com'
  return {
    seq: 10,
    conversation: row,
    client,
    items,
    before: null,
    reminders: [],
    linked: [],
    unread: 0,
    notices: [],
    draft: null,
    recipient,
    answers: answersOf(recipient),
    mailboxAddress: 'info@lambert.example',
  }
}

/** An answer to one address. */
export function answersOf(...addresses: string[]) {
  const recipients = { to: addresses.map((address) => ({ address, name: '' })), cc: [], bcc: [] }
  return { reply: recipients, all: recipients }
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
