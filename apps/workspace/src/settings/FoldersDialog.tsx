import { createSignal, Show, untrack } from 'solid-js'
import type { FolderView, MailboxView } from '@comptoir/contract/mailboxes'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createFetched } from '../app/create-fetched.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { FolderChoice } from './FolderChoice.tsx'

/** Which folders of a connected mailbox are read. */
export default function FoldersDialog(props: { mailbox: MailboxView; close: () => void }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const { id: mailboxId, name } = untrack(() => props.mailbox)
  const at = api.api.w[':slug'].messaging.mailboxes[':mailboxId'].folders
  const param = { slug, mailboxId }
  const fetched = createFetched(
    () => mailboxId,
    () => ask(at.$get({ param })),
  )
  const [changed, setChanged] = createSignal<string[]>()
  const chosen = (folders: FolderView[]) =>
    changed() ?? folders.filter(({ use }) => use === 'read').map(({ path }) => path)
  const intend = createIntent()
  const save = createAct(async (folders: string[]) => {
    await intend(folders, (commandId) => ask(at.$post({ param, json: { commandId, folders } })))
    void showToast({ tone: 'success', text: t('common.saved') })
    props.close()
  })
  return (
    <Dialog
      open
      onOpenChange={() => props.close()}
      title={t('mailboxes.folders_of', { name })}
      closeLabel={t('common.close')}
    >
      <Fetched of={fetched} loading={<SkeletonRows rows={4} label={t('common.loading')} />}>
        {(value) => (
          <Show when={value().folders.length > 0} fallback={<p class="page-text">{t('mailboxes.folders_none')}</p>}>
            <Form
              act={save}
              onSubmit={() => void save.run(chosen(value().folders))}
              submit={t('common.save')}
              aside={<Button onClick={() => props.close()}>{t('common.cancel')}</Button>}
            >
              <FolderChoice folders={value().folders} chosen={chosen(value().folders)} onChange={setChanged} />
            </Form>
          </Show>
        )}
      </Fetched>
    </Dialog>
  )
}
