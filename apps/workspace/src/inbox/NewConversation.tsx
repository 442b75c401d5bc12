import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import { createEffect, on, Show, Suspense, untrack } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { lazyWithWords } from '../app/lazy-with-words.ts'
import type { Beginning } from './beginning/beginning.ts'
import { ClientPicker } from './ClientPicker.tsx'
import { MessageForm } from './composer/MessageForm.tsx'
import { OtherDraftBar } from './composer/OtherDraftBar.tsx'
import { createNewConversation } from './create-new-conversation.ts'
import { SenderField } from './SenderField.tsx'
import { createThrowingAway } from './unsent/create-throwing-away.ts'
import { LetterFoot } from './unsent/LetterFoot.tsx'
import { WaitingLetters } from './unsent/WaitingLetters.tsx'

const SignatureLine = lazyWithWords(() => import('../signatures/SignatureLine.tsx'))

/** Writes to a client first. What was written waits when the dialog is closed, until it is sent. */
export default function NewConversation(props: {
  beginning: Beginning
  open: boolean
  onOpenChange: (open: boolean) => void
  /** It was sent or thrown away, here or elsewhere. */
  onDone: () => void
}) {
  const { t } = useLanguage()
  const form = createNewConversation(
    untrack(() => props.beginning),
    {
      onSent: () => props.onDone(),
      onGone() {
        if (props.open) void showToast({ text: t('inbox.composer.draft.gone') })
        props.onDone()
      },
    },
  )
  const throwAway = createThrowingAway()
  createEffect(
    on(
      () => props.open,
      () => form.rest(),
      { defer: true },
    ),
  )
  const discard = async () => {
    props.onDone()
    throwAway(await form.letter.giveUp())
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={t('inbox.start.title')}
      closeLabel={t('inbox.start.close')}
      size="lg"
      foot={
        <>
          <LetterFoot letter={form.letter} onDiscard={() => void discard()} />
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
        <OtherDraftBar draft={form.letter} />
        <Show when={form.letter.isEmpty()}>
          <WaitingLetters but={form.letter.place()} />
        </Show>
        <ClientPicker form={form} />
        <Show when={form.fields.client}>
          <Field label={t('inbox.start.email')} required error={form.errors().to}>
            <TextInput
              type="email"
              inputmode="email"
              autocomplete="off"
              value={form.fields.address}
              onText={(address) => form.set('address', address)}
            />
          </Field>
        </Show>
        {/* Below the client: it comes when the mailboxes are known, while one types already. */}
        <SenderField
          mailboxId={form.fields.mailboxId ?? undefined}
          onChange={(mailboxId) => form.set('mailboxId', mailboxId)}
        />
      </MessageForm>
    </Dialog>
  )
}
