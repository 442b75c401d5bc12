import { createEffect, createMemo, Match, on, onMount, Show, Switch, untrack } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Banner } from '@comptoir/ui/Banner'
import { Dialog } from '@comptoir/ui/Dialog'
import { focusFirstField } from '@comptoir/ui/focus-first-field.ts'
import { useLanguage } from '../../app/create-language.ts'
import { AccessStep } from './AccessStep.tsx'
import { AddressStep } from './AddressStep.tsx'
import type { ConnectDraft } from './connect-draft.ts'
import { ConnectingContext } from './connecting-context.ts'
import { createConnecting } from './create-connecting.ts'
import { ReadingStep } from './ReadingStep.tsx'
import type { WayBack } from './way-back.ts'
import './ConnectFlow.css'

/** Leads from an address to a mailbox that reads and sends. Each step says what it found and what comes next. */
export default function ConnectFlow(props: {
  /** One that is there already, or what was begun before going to the page of a provider. */
  of?: MailboxView | ConnectDraft
  back?: WayBack
  close: () => void
}) {
  const { t } = useLanguage()
  const { of, back } = untrack(() => ({ of: props.of, back: props.back }))
  const connecting = createConnecting(of, () => props.close())
  const { draft } = connecting
  onMount(() => {
    if (back?.is === 'allowed') void connecting.finish.run(back)
    else if (back === undefined && draft.step === 'access') void connecting.find.run()
  })
  let body!: HTMLDivElement
  // While settings are looked for there is nothing to go to.
  const shown = createMemo(() => (draft.step === 'access' && connecting.find.busy() ? 'looking' : draft.step))
  createEffect(on(shown, (now) => now !== 'looking' && focusFirstField(body), { defer: true }))
  const title = () => {
    const { address } = draft
    if (draft.step === 'address') return t('mailboxes.add')
    if (draft.step === 'access') return t('mailboxes.access_title', { address })
    return t(draft.reads === 'read' ? 'mailboxes.reading_title' : 'mailboxes.last_title', { address })
  }
  return (
    <Dialog
      open
      onOpenChange={() => props.close()}
      title={title()}
      description={draft.step === 'address' ? t('mailboxes.add_text') : undefined}
      closeLabel={t('common.close')}
    >
      <ConnectingContext.Provider value={connecting}>
        <div ref={body} class="connect-step">
          <Switch>
            <Match when={draft.step === 'address'}>
              <AddressStep />
            </Match>
            <Match when={draft.step === 'access'}>
              <Show when={back?.is === 'refused' && !connecting.result()}>
                <Banner tone="warning">{t('mailboxes.sign_in_refused')}</Banner>
              </Show>
              <AccessStep />
            </Match>
            <Match when={draft.step === 'reading'}>
              <ReadingStep />
            </Match>
          </Switch>
        </div>
      </ConnectingContext.Provider>
    </Dialog>
  )
}
