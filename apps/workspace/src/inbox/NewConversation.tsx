import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import { createComputed, createEffect, on, Show, Suspense } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'
import type { BeginningTaken } from '@comptoir/contract/composer'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { lazyWithWords } from '../app/lazy-with-words.ts'
import { MessageForm } from './composer/MessageForm.tsx'
import { ClientPicker } from './ClientPicker.tsx'
import { createNewConversation } from './create-new-conversation.ts'
import { SenderField } from './SenderField.tsx'

const SignatureLine = lazyWithWords(() => import('../signatures/SignatureLine.tsx'))

/** Writes to a client first. What was written stays when the dialog is closed, until it is sent. */
export default function NewConversation(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What was taken back, to be written on. */
  taken?: BeginningTaken | undefined
  /** To whom, where that is known already. */
  to?: ClientFound | undefined
}) {
  const { t } = useLanguage()
  const form = createNewConversation(() => props.onOpenChange(false))
  createComputed(
    on(
      () => props.taken,
      (taken) => taken && form.restore(taken),
    ),
  )
  createEffect(
    on(
      () => props.open,
      (isOpen) => {
        form.begin()
        if (isOpen && props.to) form.choose({ is: 'existing', client: props.to })
      },
    ),
  )

  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={t('inbox.start.title')}
      closeLabel={t('inbox.start.close')}
      size="lg"
      foot={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t('inbox.start.cancel')}</Button>
          <Button
            tone="primary"
            icon={<SendHorizontal aria-hidden="true" />}
            busy={form.busy()}
            onClick={() => void form.send()}
          >
            {t('inbox.start.send')}
          </Button>
        </>
      }
    >
      <MessageForm
        message={form}
        errors={form.errors()}
        ending={
          <Suspense>
            <SignatureLine
              isOf={({ mailboxId }) => mailboxId === form.leavesBy()}
              choice={form.fields.signature}
              onChoose={(signature) => form.set('signature', signature)}
            />
          </Suspense>
        }
      >
        <ClientPicker form={form} />
        <Show when={form.fields.to !== undefined && form.fields.client}>
          <Field label={t('inbox.start.email')} required error={form.errors().to}>
            <TextInput
              type="email"
              inputmode="email"
              autocomplete="off"
              value={form.fields.to}
              onText={(to) => form.set('to', to)}
            />
          </Field>
        </Show>
        {/* Below the client: it comes when the mailboxes are known, while one types already. */}
        <SenderField mailboxId={form.fields.mailboxId} onChange={(id) => form.set('mailboxId', id)} />
      </MessageForm>
    </Dialog>
  )
}
