import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { MailboxTest, MailboxView, SignInWith } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../../app/create-act.ts'
import { createIntent } from '../../app/create-intent.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { accountOf, draftOf, draftWhileAway, newDraft, withFound, type ConnectDraft } from './connect-draft.ts'
import { limitFrom } from '../limit-from.ts'

export type Connecting = ReturnType<typeof createConnecting>

/** The way to a connected mailbox: its address, what opens it, what to bring in. */
export function createConnecting(start: MailboxView | ConnectDraft | undefined, close: () => void) {
  const { t } = useLanguage()
  const { slug, workspace } = useWorkspace()
  const boxes = api.api.w[':slug'].messaging.mailboxes
  const param = { slug }
  const first = start === undefined ? newDraft(workspace.name) : 'step' in start ? start : draftOf(start)
  const [draft, setDraft] = createStore<ConnectDraft>(first)
  const [result, setResult] = createSignal<MailboxTest>()
  const intend = createIntent()
  const newId = makeId()

  const find = createAct(async () => {
    const found = draft.mailboxId
      ? await ask(boxes[':mailboxId'].find.$post({ param: { slug, mailboxId: draft.mailboxId } }))
      : await ask(boxes.find.$post({ param, json: { address: draft.address } }))
    setDraft({ ...withFound(draft, found), step: 'access' })
  })

  const test = createAct(async () => {
    setResult(undefined)
    const tried = draft.mailboxId
      ? await ask(
          boxes[':mailboxId'].test.$post({ param: { slug, mailboxId: draft.mailboxId }, json: accountOf(draft) }),
        )
      : await ask(boxes.test.$post({ param, json: { address: draft.address, ...accountOf(draft) } }))
    setResult(tried)
    if (!tried.ok) return
    if (draft.hadReading || (draft.mailboxId !== null && draft.reads === 'left')) return connectNow()
    const folders = tried.folders.filter(({ role }) => role === 'inbox' || role === 'sent').map(({ path }) => path)
    setDraft({ onServer: tried.folders, folders, step: 'reading' })
  })

  async function connectNow() {
    const reading =
      draft.hadReading || draft.reads === 'left' ? {} : { history: draft.history, folders: [...draft.folders] }
    const account = { ...accountOf(draft), ...reading }
    const { name, address, ownerId, mailboxId } = draft
    const limits = { hourlyLimit: limitFrom(draft.hourlyLimit), dailyLimit: limitFrom(draft.dailyLimit) }
    const answer = await intend([account, name, address, ownerId, limits], async (commandId) =>
      mailboxId
        ? ask(boxes[':mailboxId'].connect.$post({ param: { slug, mailboxId }, json: { commandId, ...account } }))
        : ask(
            boxes.connect.$post({
              param,
              json: { commandId, id: newId, name, address, ownerId, ...limits, ...account },
            }),
          ),
    )
    if ('mailbox' in answer) {
      void showToast({ tone: 'success', text: t('mailboxes.connected', { name: answer.mailbox.name }) })
      return close()
    }
    setResult(answer)
    setDraft('step', 'access')
  }
  const connect = createAct(connectNow)

  const addOnly = createAct(async () => {
    const { name, address } = draft
    await intend([name, address], (commandId) =>
      ask(boxes.$post({ param, json: { commandId, id: newId, name, address } })),
    )
    close()
  })

  const signIn = createAct(async (by: SignInWith) => {
    const begun = await ask(boxes['sign-in'].$post({ param, json: { address: draft.address, with: by } }))
    // The servers of whoever is asked, unless those of this very address are known.
    const servers = draft.found?.signIn === by || draft.smtp.host !== '' ? {} : { smtp: begun.smtp, imap: begun.imap }
    draftWhileAway.keep({ ...draft, ...servers, password: '', smtpPassword: '', signedInAt: by })
    location.assign(begun.url)
  })

  /** Somebody is back from the page of their provider. */
  const finish = createAct(async (back: { state: string; code: string }) => {
    const { consent, with: by } = await ask(boxes['sign-in'].finish.$post({ param, json: back }))
    setDraft({ consent, signedInAt: by })
    await test.run()
  })

  return {
    draft,
    set(change: Partial<ConnectDraft>) {
      setResult(undefined)
      setDraft(change)
    },
    result,
    find,
    test,
    connect,
    addOnly,
    signIn,
    finish,
  }
}
