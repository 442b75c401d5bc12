import { useNavigate } from '@solidjs/router'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { MailToSortOpened, SortMailInput } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { Button } from '@comptoir/ui/Button'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { useLanguage, type MessageKey } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { hrefOfBin } from './bins.ts'

const ClientDialog = lazy(() => import('./ClientDialog.tsx'))

type Destination = SortMailInput['to']
type Sorting = Exclude<Destination, { is: 'back' }>

const said: Record<Sorting['is'], MessageKey> = {
  sender: 'messaging.sorted_to_sender',
  client: 'messaging.sorted_to_client',
  spam: 'messaging.sorted_to_spam',
  aside: 'messaging.set_aside',
}

/** Where a mail may go: to its sender's conversation, to another client's, among spam, or aside. */
export function SortActs(props: { mail: MailToSortOpened }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const navigate = useNavigate()
  const [choosing, setChoosing] = createSignal(false)
  const send = (mailId: string, to: Destination, commandId = makeId()) => {
    const param = { slug, mailId }
    return ask(api.api.w[':slug'].inbox['to-sort'][':mailId'].sort.$post({ param, json: { commandId, to } }))
  }
  const putBack = createPress((id: string, back: Destination) => send(id, back))
  const sort = createPress(async (to: Sorting) => {
    // The page is left by the time somebody changes their mind.
    const { id, bin } = props.mail
    const commandId = makeId()
    await send(id, to, commandId)
    const back: Destination = { is: 'back', bin, ...(to.is === 'spam' && { undoes: commandId }) }
    const undo = { label: t('common.undo'), onClick: () => void putBack.run(id, back) }
    const isUndone = to.is === 'aside' || to.is === 'spam'
    void showToast({ tone: 'success', text: t(said[to.is]), action: isUndone ? undo : undefined })
    navigate(hrefOfBin(slug, bin))
  })
  return (
    <div class="post-acts">
      <Show when={props.mail.sender}>
        <Button tone="primary" busy={sort.busy()} onClick={() => void sort.run({ is: 'sender' })}>
          {t(props.mail.bin === 'spam' ? 'messaging.not_spam' : 'messaging.sort_to_sender')}
        </Button>
      </Show>
      <Button onClick={() => setChoosing(true)}>{t('messaging.sort_to_client')}</Button>
      <Button tone="ghost" onClick={() => void sort.run({ is: 'aside' })}>
        {t('messaging.sort_aside')}
      </Button>
      <Show when={props.mail.bin === 'to-sort'}>
        <Button tone="ghost" onClick={() => void sort.run({ is: 'spam' })}>
          {t('messaging.sort_to_spam')}
        </Button>
      </Show>
      <Suspense>
        <Show when={choosing()}>
          <ClientDialog
            close={() => setChoosing(false)}
            onPick={(clientId) => {
              setChoosing(false)
              void sort.run({ is: 'client', clientId })
            }}
          />
        </Show>
      </Suspense>
    </div>
  )
}
