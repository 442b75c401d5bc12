import { createSignal, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { MailboxTest, MailboxView } from '@comptoir/contract/mailboxes'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { ConnectFields, type AccountFields } from './ConnectFields.tsx'
import { guessSmtp } from './guess-smtp.ts'
import { TestResult } from './TestResult.tsx'

/** The account a mailbox sends with. It is tried before it is kept, and what is wrong is said in plain words. */
export default function ConnectDialog(props: { mailbox: MailboxView; close: () => void }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  // What is typed is not replaced when somebody else changes the mailbox meanwhile.
  const { id: mailboxId, address, smtp } = untrack(() => props.mailbox)
  const [account, setAccount] = createStore<AccountFields>({ ...(smtp ?? guessSmtp(address)), password: '' })
  const [result, setResult] = createSignal<MailboxTest>()
  const mailbox = api.api.w[':slug'].messaging.mailboxes[':mailboxId']
  const param = { slug, mailboxId }
  const intend = createIntent()
  // Without a new password, the one already kept is used.
  const input = () => {
    const { password, ...server } = account
    return { smtp: server, imap: props.mailbox.imap, password: password === '' ? undefined : password }
  }

  const connect = createAct(async () => {
    setResult(undefined)
    const answer = await intend(input(), (commandId) =>
      ask(mailbox.connect.$post({ param, json: { commandId, ...input() } })),
    )
    if (!answer.ok) return setResult(answer)
    void showToast({ tone: 'success', text: t('settings.mailbox_connected', { name: props.mailbox.name }) })
    props.close()
  })
  const test = createAct(async () => {
    setResult(undefined)
    setResult(await ask(mailbox.test.$post({ param, json: input() })))
  })
  const both = {
    busy: connect.busy,
    fields: () => ({ ...test.fields(), ...connect.fields() }),
    refusal: () => connect.refusal() ?? test.refusal(),
  }
  const run = (act: typeof connect) => {
    connect.forget()
    test.forget()
    void act.run()
  }
  return (
    <Dialog
      open
      onOpenChange={props.close}
      title={t('settings.connect_title', { address })}
      description={t('settings.connect_text')}
      closeLabel={t('common.close')}
    >
      <Form
        act={both}
        onSubmit={() => run(connect)}
        submit={t('settings.connect')}
        aside={
          <Button busy={test.busy()} onClick={() => run(test)}>
            {t('settings.connect_test')}
          </Button>
        }
      >
        <ConnectFields
          account={account}
          onChange={(change) => {
            setResult(undefined)
            setAccount(change)
          }}
          errors={both.fields()}
          password={smtp ? 'kept' : 'needed'}
        />
        <Show when={result()}>{(found) => <TestResult result={found()} />}</Show>
      </Form>
    </Dialog>
  )
}
