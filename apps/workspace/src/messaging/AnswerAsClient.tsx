import { createSignal } from 'solid-js'
import type { SandboxMailOpened } from '@comptoir/contract/messaging'
import { Field } from '@comptoir/ui/Field'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextArea } from '@comptoir/ui/TextArea'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'

/** Writes back as the client would: it comes in by the same way as real mail. */
export function AnswerAsClient(props: { mail: SandboxMailOpened }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const [body, setBody] = createSignal('')
  const intend = createIntent()
  const name = () => props.mail.toName || props.mail.to
  const answer = createAct(async () => {
    const param = { slug, deliveryId: props.mail.deliveryId }
    await intend(body(), (commandId) =>
      ask(
        api.api.w[':slug'].messaging.sandbox[':deliveryId'].answer.$post({ param, json: { commandId, body: body() } }),
      ),
    )
    setBody('')
    void showToast({ tone: 'success', text: t('messaging.answered', { name: name() }) })
  })
  return (
    <div class="post-answer">
      <Form act={answer} onSubmit={() => void answer.run()} submit={t('messaging.answer_as', { name: name() })}>
        <Field label={t('messaging.answer')} error={answer.fields()['body']}>
          <TextArea rows={3} value={body()} onText={setBody} />
        </Field>
      </Form>
    </div>
  )
}
