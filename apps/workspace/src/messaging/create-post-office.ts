import { createMemo, onCleanup } from 'solid-js'
import type { SandboxMail, SandboxPage } from '@comptoir/contract/messaging'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { createFetched } from '../app/create-fetched.ts'
import { useWorkspace } from '../app/workspace-context.ts'

// A letter is sorted in a moment after it was sent; several at once are asked for once.
const settleMs = 250

/** Mail to clients that never left this machine, newest first; new letters appear above as they are sent. */
export function createPostOffice() {
  const { slug, events } = useWorkspace()
  const fetchPage = (after?: string): Promise<SandboxPage> =>
    ask(api.api.w[':slug'].messaging.sandbox.$get({ param: { slug }, query: { after } }))
  const first = createFetched(
    () => slug,
    () => fetchPage(),
  )
  let timer = 0

  const refresh = async () => {
    const page = await fetchPage().catch(() => undefined)
    // When it could not be asked, the next letter or the next line asks again.
    if (page) first.change((now) => ({ ...now, mails: merged(page.mails, now.mails) }))
  }
  const more = createPress(async () => {
    const { next } = first.value() ?? {}
    if (!next) return
    const page = await fetchPage(next)
    first.change((now) => ({ ...now, mails: merged(now.mails, page.mails), next: page.next }))
  })
  function refreshSoon() {
    clearTimeout(timer)
    timer = window.setTimeout(() => void refresh(), settleMs)
  }

  events.listen((event) => {
    if (event.name === 'inbox.message_sent' || event.name === 'inbox.receipt_changed') refreshSoon()
  })
  events.onResync(() => void refresh())
  onCleanup(() => clearTimeout(timer))

  return {
    first,
    mails: createMemo(() => first.value()?.mails.toSorted(latestFirst) ?? []),
    hasMore: () => Boolean(first.value()?.next),
    more: () => void more.run(),
    asking: more.busy,
  }
}

function merged(above: SandboxMail[], below: SandboxMail[]) {
  const known = new Set(below.map((mail) => mail.deliveryId))
  // A row that is already shown stays the same object, so that it is not drawn again.
  return [...above.filter((mail) => !known.has(mail.deliveryId)), ...below]
}

function latestFirst(a: SandboxMail, b: SandboxMail) {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  return a.deliveryId < b.deliveryId ? 1 : -1
}
