import { createSignal, For, Show } from 'solid-js'
import { makeId } from '@comptoir/rules/uuid'
import { Button } from '@comptoir/ui/Button'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { passFocusOn } from '@comptoir/ui/pass-focus-on.ts'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct, createPress } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { createBlockedSenders } from '../messaging/create-blocked-senders.ts'
import './BlockedSenders.css'

/** Whose mail troubles nobody, and how to hear them again. */
export function BlockedSenders() {
  const { t, format } = useLanguage()
  const { slug } = useWorkspace()
  const blocked = createBlockedSenders()
  const [address, setAddress] = createSignal('')
  const intend = createIntent()
  const here = api.api.w[':slug'].messaging['blocked-senders']
  const block = createAct(async () => {
    await intend(address(), (commandId) =>
      ask(here.$post({ param: { slug }, json: { commandId, address: address() } })),
    )
    setAddress('')
  })
  const blockAgain = createPress((again: string) =>
    ask(here.$post({ param: { slug }, json: { commandId: makeId(), address: again } })),
  )
  const unblock = createPress(async (freed: string) => {
    await ask(here.unblock.$post({ param: { slug }, json: { commandId: makeId(), address: freed } }))
    const action = { label: t('common.undo'), onClick: () => void blockAgain.run(freed) }
    void showToast({ tone: 'success', text: t('messaging.unblocked', { address: freed }), action })
  })
  let card!: HTMLDivElement
  const next = (gone: HTMLElement) => {
    const sender = gone.closest('li')
    const other = sender?.nextElementSibling ?? sender?.previousElementSibling
    return other?.querySelector('button') ?? card.querySelector('input')
  }
  return (
    <Card title={t('messaging.blocked_senders')}>
      <div ref={card} class="blocked-senders-card">
        <p class="page-text">{t('messaging.blocked_senders_text')}</p>
        <Fetched of={blocked} loading={<SkeletonLines lines={2} />}>
          {(state) => (
            <Show when={state().senders.length > 0} fallback={<p class="page-text">{t('messaging.blocked_none')}</p>}>
              <ul class="blocked-senders">
                <For each={state().senders}>
                  {(sender) => (
                    <li class="blocked-sender">
                      <span class="blocked-sender-address">{sender.address}</span>
                      <time class="blocked-sender-time num" datetime={sender.at}>
                        {format().date(sender.at)}
                      </time>
                      <Button
                        ref={passFocusOn(next)}
                        size="sm"
                        aria-label={t('messaging.unblock_of', { address: sender.address })}
                        onClick={() => void unblock.run(sender.address)}
                      >
                        {t('messaging.unblock')}
                      </Button>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Fetched>
        <Form act={block} onSubmit={() => void block.run()} submit={t('messaging.block')}>
          <Field
            label={t('messaging.block_address')}
            hint={t('messaging.block_hint')}
            error={block.fields()['address']}
          >
            <TextInput autocomplete="off" spellcheck={false} value={address()} onText={setAddress} />
          </Field>
        </Form>
      </div>
    </Card>
  )
}
