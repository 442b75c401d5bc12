import { Show } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { createSignatures } from './create-signatures.ts'
import SignatureForm from './SignatureForm.tsx'

/** What all mails that leave by a mailbox end with. */
export default function MailboxSignatureDialog(props: { mailbox: MailboxView; close: () => void }) {
  const { t } = useLanguage()
  const { signaturesApi } = liveInboxOf(useWorkspace())
  const signatures = createSignatures()
  const prescribed = () =>
    signatures.slice()?.prescribed.find(({ mailboxId }) => mailboxId === props.mailbox.id)?.html ?? ''
  return (
    <Dialog
      open
      onOpenChange={() => props.close()}
      title={t('signatures.of_mailbox', { name: props.mailbox.name })}
      description={t('signatures.mailbox_text')}
      closeLabel={t('common.close')}
      size="lg"
    >
      <Show when={signatures.slice()} fallback={<SkeletonLines lines={4} />}>
        <SignatureForm
          html={prescribed()}
          preview={signatures.preview}
          save={(html, commandId) => signaturesApi.changeOfMailbox(props.mailbox.id, { commandId, html })}
          onSaved={() => props.close()}
          aside={<Button onClick={() => props.close()}>{t('common.cancel')}</Button>}
        />
      </Show>
    </Dialog>
  )
}
