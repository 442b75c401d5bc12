import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js'
import { serverNow } from '@comptoir/wire/server-clock'
import { isUnfiltered, queryOf } from '@comptoir/contract/filters'
import { standsIn } from '../app/away.ts'
import { createAtFirstUse } from '../app/create-at-first-use.ts'
import { entriesOverPage } from '@comptoir/ui/create-close-on-back.ts'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../app/create-language.ts'
import { useOverlays } from '../app/create-overlays.ts'
import { atFirstSign } from '../app/at-first-sign.ts'
import { usePageTitle } from '../app/page-title.ts'
import { useSession } from '../app/create-session.ts'
import { settled } from '../app/when-idle.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { createMailboxes } from '../messaging/create-mailboxes.ts'
import { createConversationActs } from './conversation-acts.ts'
import { ConversationList } from './ConversationList.tsx'
import { createSelection } from './create-selection.ts'
import { createViewHere } from './filters/create-view-here.ts'
import { createSearch } from './search/create-search.ts'
import { ConversationSkeleton } from './ConversationSkeleton.tsx'
import { InboxContext, type InboxHere } from './inbox-context.ts'
import { InboxDialogs, type InboxQuestion } from './InboxDialogs.tsx'
import { keepFocus } from './keep-focus.ts'
import { NewMessages } from './NewMessages.tsx'
import { NothingChosen } from './NothingChosen.tsx'
import { registerInboxCommands } from './register-inbox-commands.ts'
import { tellOfBulks } from './tell-of-bulks.ts'
import { tellOfRefusedActs } from './tell-of-refused-acts.ts'
import { hrefOfView } from './views.ts'
import { isOverList } from './touch/list-behind.ts'
import './InboxPage.css'

// Fetched once the page rests: the first picture does not wait for it, and the first click does not either.
const ConversationPane = lazy(() => import('./ConversationPane.tsx'))

/** The shared inbox: the list, the conversation that is open, and its client. */
export default function InboxPage() {
  const { t, format, learnPages } = useLanguage()
  const workspace = useWorkspace()
  const params = useParams<{ view?: string; conversationId?: string }>()
  const navigate = useNavigate()
  const session = useSession()
  const live = liveInboxOf(workspace)
  const overlays = useOverlays()
  const [question, ask] = createSignal<InboxQuestion>()
  const here = createViewHere(live)
  const { view, filter, list } = here
  const selectedId = () => params.conversationId
  let page!: HTMLDivElement
  const root = `/w/${workspace.slug}/inbox`
  const hrefOf = (conversationId: string) => `${root}/c/${conversationId}`
  const hrefOfList = () => hrefOfView(workspace.slug, here.address(), here.said())
  createEffect(() => live.setAddress(here.address()))

  const rows = () => {
    const shown = live.lists.state(list() ?? '')
    return shown.is === 'ready' ? live.asDone.rows(shown.slice) : []
  }
  const [cursor, setCursor] = createSignal<string>()
  const selection = createSelection({
    view,
    filter,
    rows,
    count: () => here.size().n,
  })
  const search = createSearch({
    ask: live.api.search,
    events: workspace.events,
    open: (conversationId, itemId) => navigate(hrefOf(conversationId) + (itemId ? `#${itemId}` : '')),
    openClient: async (clientId) => {
      const { rows } = await live.api.conversationsOfClient(clientId)
      if (rows[0]) navigate(hrefOf(rows[0].id))
      else navigate(`/w/${workspace.slug}/clients/${clientId}`)
    },
  })
  // The palette asks by the address, which then goes back to what it was.
  const [asked, setAsked] = useSearchParams<{ q?: string }>()
  createEffect(() => {
    const words = asked.q
    if (!words) return
    search.setText(words)
    search.focus()
    setAsked({ q: undefined }, { replace: true })
  })
  /** Where the list is under the conversation, as on a phone, one goes back to it: the phone's own back then leads further. */
  const close = () => {
    if (isOverList() && matchMedia('(max-width: 767.98px)').matches) navigate(-1 - entriesOverPage())
    else navigate(hrefOfList())
  }
  const inbox: InboxHere = {
    live,
    ...here,
    setFilter: (next, how) => navigate(here.hrefWith(next), { replace: how === 'typing' }),
    selectedId,
    hrefOf,
    hrefOfList,
    hrefOfView: (one, narrowedBy) => hrefOfView(workspace.slug, one, narrowedBy),
    open: (conversationId) => navigate(hrefOf(conversationId)),
    leadTo(conversationId) {
      navigate(hrefOf(conversationId), { replace: true })
      void showToast({ text: t('inbox.merging.led') })
    },
    close,
    go: (href) => navigate(href),
    cursor,
    setCursor,
    rowAtCursor: () => rows().find((row) => row.id === cursor()),
    rowOf: (id) =>
      live.opened.peek(id)?.conversation ?? live.lists.peek(list() ?? '')?.rows.find((row) => row.id === id),
    isToSave: () => !isUnfiltered(filter()) && queryOf(filter()) !== queryOf(here.savedView()?.filter ?? {}),
    acts: createConversationActs({
      live,
      view,
      list: () => list() ?? '',
      selectedId,
      go: (to) => (to ? navigate(hrefOf(to)) : close()),
    }),
    selection,
    actOnSelection(act) {
      void inbox.acts.many(act, selection.of())
      selection.clear()
    },
    assign(what, assigneeId) {
      const give = (to: string | null) =>
        what === 'chosen'
          ? inbox.actOnSelection({ is: 'assign', assigneeId: to })
          : inbox.acts.assign(what.conversationId, to)
      if (assigneeId && standsIn(workspace, assigneeId)) ask({ is: 'absent', userId: assigneeId, give })
      else give(assigneeId)
    },
    confide: (what) => ask({ is: 'confide', what }),
    merge: (what) => ask({ is: 'merge', what }),
    link: (conversationId) => ask({ is: 'link', conversationId }),
    split: (conversationId, messageId) => ask({ is: 'split', conversationId, messageId }),
    startConversation: () => overlays.writeTo(),
    tag: (conversationId) => ask({ is: 'tag', conversationId }),
    startAgain({ conversationId, letterId }) {
      if (selectedId() === conversationId) navigate(hrefOfList())
      overlays.writeOn(letterId)
    },
    writeLetter: overlays.writeLetter,
    search,
    mailboxes: createAtFirstUse(createMailboxes),
  }
  tellOfBulks()
  tellOfRefusedActs()
  keepFocus({ element: () => page, list: () => list() ?? '', selectedId, cursor })
  usePageTitle(() => t('inbox.title'))
  atFirstSign(() => {
    void ConversationPane.preload()
    // What stands in it would come a moment after it otherwise, and hold up what one presses there.
    live.signatures.open('all')
    const parts = [import('../signatures/SignatureLine.tsx'), import('../clients/ClientCard.tsx')]
    void Promise.all([...parts, learnPages()]).catch(() => {})
    // The first of each takes its time: better now than at the first click.
    const now = new Date(serverNow()).toISOString()
    format().day(now)
    format().full(now)
  })

  const keepOffline = () =>
    void import('../offline/keep-offline.ts')
      .then((offline) => offline.keepOffline(workspace, session, live))
      .catch(() => {})
  onMount(() => onCleanup(settled(keepOffline)))

  return (
    <InboxContext.Provider value={inbox}>
      <Commands />
      <NewMessages />
      <div class="inbox" ref={page} data-shows={selectedId() ? 'conversation' : 'list'}>
        <ConversationList />
        <Show when={selectedId()} fallback={<NothingChosen />}>
          {(id) => (
            <Suspense fallback={<ConversationSkeleton conversationId={id()} />}>
              <ConversationPane conversationId={id()} />
            </Suspense>
          )}
        </Show>
      </div>
      <InboxDialogs question={question()} onDone={() => ask(undefined)} />
    </InboxContext.Provider>
  )
}

/** Inside the inbox, where its commands can reach it. */
function Commands() {
  registerInboxCommands()
  return null
}
