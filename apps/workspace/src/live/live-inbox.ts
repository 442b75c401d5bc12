import { createRoot, createSignal } from 'solid-js'
import {
  addListPage,
  addPageOfClient,
  applyToConversationsOfClient,
  applyToList,
  listFrom,
  type ConversationsOfClientState,
} from '@comptoir/wire/apply/inbox'
import { addEarlier, applyToOpened, expectEarlier, openedFrom } from '@comptoir/wire/apply/opened'
import { applyToSavedViews } from '@comptoir/wire/apply/saved-views'
import { applyToSignatures } from '@comptoir/wire/apply/signatures'
import { expectPage } from '@comptoir/wire/apply/stretch'
import { applyToTemplates } from '@comptoir/wire/apply/templates'
import type { OpenWorkspace } from '../app/create-workspace.ts'
import { keptManyOnDevice } from '../app/kept-on-device.ts'
import { createAsDone } from './as-done.ts'
import { createBulks } from './create-bulks.ts'
import { createExtending } from './create-extending.ts'
import { createLastSent } from './create-last-sent.ts'
import { createOutbox } from './create-outbox.ts'
import { askFor } from './own-act.ts'
import { createSlices } from './create-slices.ts'
import { inboxApi } from './inbox-api.ts'
import { signaturesApi as apiOfSignatures } from '../signatures/signatures-api.ts'
import { templatesApi as apiOfTemplates } from '../templates/templates-api.ts'
import { refreshCounts } from './refresh-counts.ts'

export type LiveInbox = ReturnType<typeof createLiveInbox>

const inboxes = new WeakMap<OpenWorkspace, LiveInbox>()

/** The inbox of a business, kept up to date for as long as the business is open, whatever page is shown. */
export function liveInboxOf(workspace: OpenWorkspace): LiveInbox {
  const kept = inboxes.get(workspace)
  if (kept) return kept
  const made = createRoot(() => createLiveInbox(workspace))
  inboxes.set(workspace, made)
  return made
}

function createLiveInbox(workspace: OpenWorkspace) {
  const api = inboxApi(workspace.slug)
  refreshCounts(workspace, api)
  const reader = () => ({ userId: workspace.me().userId, role: workspace.role() })

  const recall =
    (kind: string) =>
    async <Slice>(key: string) => {
      const { recallOf } = await import('../offline/recall.ts')
      return recallOf<Slice>(workspace.me().userId, workspace.slug, kind, key)
    }

  const isLong = (view: string): boolean => (lists.peek(view)?.rows.length ?? 0) > 50
  const lists = createSlices(workspace.events, {
    // Read anew, a list that was scrolled stays as long as it was.
    fetch: async (key) => listFrom(await api.list(key, isLong(key) ? { length: 'long' } : {})),
    apply: (list, event) => applyToList(list, event, reader()),
    recall: recall('list'),
    keep: 5,
    restMs: 2000,
  })
  const savedViews = createSlices(workspace.events, {
    fetch: api.savedViews,
    apply: applyToSavedViews,
    recall: recall('savedViews'),
    keep: 1,
  })
  const signaturesApi = apiOfSignatures(workspace.slug)
  const signatures = createSlices(workspace.events, {
    fetch: signaturesApi.list,
    apply: applyToSignatures,
    recall: recall('signatures'),
    keep: 1,
  })
  const templatesApi = apiOfTemplates(workspace.slug)
  const templates = createSlices(workspace.events, {
    fetch: templatesApi.list,
    apply: applyToTemplates,
    recall: recall('templates'),
    keep: 1,
  })
  const opened = createSlices(workspace.events, {
    fetch: async (conversationId) => openedFrom(await api.open(conversationId)),
    apply: (conversation, event) => applyToOpened(conversation, event, reader()),
    recall: recall('conversation'),
    keep: 8,
  })
  const ofClient = createSlices(workspace.events, {
    fetch: async (clientId): Promise<ConversationsOfClientState> => ({
      ...(await api.conversationsOfClient(clientId)),
      since: null,
    }),
    apply: (list, event) => applyToConversationsOfClient(list, event, reader()),
    keep: 4,
  })

  const outbox = createOutbox(
    { ...api, act: ({ conversationId, act, commandId }) => askFor(api, conversationId, act, commandId) },
    workspace.events,
    keptManyOnDevice(`outbox ${workspace.slug} ${workspace.me().userId}`),
  )
  const [address, setAddress] = createSignal('open')
  return {
    api,
    bulks: createBulks(workspace.events),
    /** The view one looks at, or came from, as the address names it: `open`, `saved:<id>`. */
    address,
    setAddress,
    lists,
    /** One's own and the team's; all under one key. */
    savedViews,
    signaturesApi,
    /** What one's mails end with; all under one key. */
    signatures,
    templatesApi,
    /** The texts kept to be written again, one's own and the team's; all under one key. */
    templates,
    opened,
    ofClient,
    lastSent: createLastSent(workspace.events, () => workspace.me().userId),
    outbox,
    /** What is shown, as it is once the server has what one did meanwhile. */
    asDone: createAsDone(outbox.acts.byConversation, reader, (id) => opened.peek(id)?.conversation),
    /** The next page of a view. */
    more: createExtending({
      cursorOf: (view) => lists.peek(view)?.next ?? null,
      expect: (view) => lists.update(view, expectPage),
      fetch: (key, after) => api.list(key, { after }),
      add: (view, page) => lists.update(view, (list) => addListPage(list, page, reader())),
    }),
    moreOfClient: createExtending({
      cursorOf: (clientId) => ofClient.peek(clientId)?.next ?? null,
      expect: (clientId) => ofClient.update(clientId, expectPage),
      fetch: (clientId, after) => api.conversationsOfClient(clientId, after),
      add: (clientId, page) => ofClient.update(clientId, (list) => addPageOfClient(list, page, reader())),
    }),
    /** What was said before the first item shown. */
    earlier: createExtending({
      cursorOf: (conversationId) => opened.peek(conversationId)?.before ?? null,
      expect: (conversationId) => opened.update(conversationId, expectEarlier),
      fetch: (conversationId, before) => api.earlier(conversationId, before),
      add: (conversationId, page) => opened.update(conversationId, (one) => addEarlier(one, page, reader())),
    }),
  }
}
