import type { Bin, ToSortPage } from '@comptoir/contract/messaging'
import { api } from '@comptoir/wire/api'
import { applyToSort } from '@comptoir/wire/apply/messaging'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { createSlice } from '../app/create-slice.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** The mail that waits in a bin, live. */
export function createToSort(bin: () => Bin) {
  const { slug, events } = useWorkspace()
  const fetchPage = (after?: string): Promise<ToSortPage> =>
    ask(api.api.w[':slug'].inbox['to-sort'].$get({ param: { slug }, query: { bin: bin(), after } }))
  const first = createSlice(bin, () => fetchPage(), applyToSort<ToSortPage>)
  // A page asked before one of its mails left the bin may come after.
  const sorted = new Set<string>()
  events.listen((event) => {
    if (event.name === 'messaging.mail_sorted') sorted.add(event.data.mailId)
    if (event.name !== 'messaging.mail_set_to_sort') return
    if (event.data.mail.bin === bin()) sorted.delete(event.data.mail.id)
    else sorted.add(event.data.mail.id)
  })
  const more = createPress(async () => {
    const { next } = first.value() ?? {}
    if (!next) return
    const page = await fetchPage(next)
    first.change((now) => {
      const known = new Set(now.mails.map((mail) => mail.id))
      const below = page.mails.filter((mail) => !known.has(mail.id) && !sorted.has(mail.id))
      return { ...now, mails: [...now.mails, ...below], next: page.next }
    })
  })
  return {
    first,
    mails: () => first.value()?.mails ?? [],
    hasMore: () => Boolean(first.value()?.next),
    more: () => void more.run(),
    asking: more.busy,
  }
}
