import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal, Match, onMount, Show, Switch } from 'solid-js'
import type { LetterClient } from '@comptoir/contract/unsent-letters'
import { Avatar } from '@comptoir/ui/Avatar'
import { Button } from '@comptoir/ui/Button'
import { Combobox } from '@comptoir/ui/Combobox'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { createClientSearch } from './create-client-search.ts'
import type { NewConversationForm } from './create-new-conversation.ts'
import './ClientPicker.css'

/** A client found as one types, or made in place. */
export function ClientPicker(props: { form: NewConversationForm }) {
  const { t } = useLanguage()
  const { api } = liveInboxOf(useWorkspace())
  const [words, setWords] = createSignal('')
  const found = createClientSearch(words, api.findClients)
  const chosen = () => props.form.fields.client
  const options = (): LetterClient[] | undefined => {
    const clients = found()?.map((client) => ({ is: 'existing', client }) as const)
    const name = words().trim()
    return clients && [...clients, ...(name ? [{ is: 'new', name } as const] : [])]
  }
  const existing = () => {
    const client = chosen()
    return client?.is === 'existing' ? client.client : undefined
  }
  const change = () => {
    setWords('')
    props.form.choose(null)
  }
  let place!: HTMLDivElement
  onMount(() => queueMicrotask(() => place.querySelector('input')?.focus()))

  return (
    <div ref={place} class="client-picker">
      <Switch
        fallback={
          <Field label={t('inbox.start.client')} required error={props.form.errors().client}>
            <Combobox<LetterClient>
              placeholder={t('inbox.start.client_placeholder')}
              text={words()}
              onText={setWords}
              options={options()}
              onPick={(picked) => props.form.choose(picked)}
              option={(option) => <Option option={option} />}
              listLabel={t('inbox.start.clients_found')}
              emptyText={t('inbox.start.nobody')}
              pendingLabel={t('inbox.start.searching')}
            />
          </Field>
        }
      >
        <Match when={existing()}>
          {(client) => (
            <div class="client-chosen">
              <Avatar name={client().name} seed={client().id} />
              <span class="client-chosen-words">
                <strong class="truncate">{client().name}</strong>
                <span class="truncate">{[client().company, client().town].filter(Boolean).join(' · ')}</span>
              </span>
              <Button size="sm" onClick={change}>
                {t('inbox.start.change_client')}
              </Button>
            </div>
          )}
        </Match>
        <Match when={chosen()}>
          <Field
            label={t('inbox.start.new_client')}
            required
            aside={
              <Button size="sm" tone="ghost" onClick={change}>
                {t('inbox.start.change_client')}
              </Button>
            }
          >
            <TextInput
              autocomplete="off"
              maxlength={120}
              value={nameOf(chosen())}
              onText={(name) => props.form.set('client', { is: 'new', name })}
            />
          </Field>
        </Match>
      </Switch>
    </div>
  )
}

function Option(props: { option: LetterClient }) {
  const { t } = useLanguage()
  const existing = () => (props.option.is === 'existing' ? props.option.client : undefined)
  return (
    <Show
      when={existing()}
      fallback={
        <span class="client-option">
          <UserPlus aria-hidden="true" />
          {t('inbox.start.make', { name: nameOf(props.option) })}
        </span>
      }
    >
      {(client) => (
        <span class="client-option">
          <Avatar size="sm" name={client().name} seed={client().id} />
          <span class="client-chosen-words">
            <span class="truncate">{client().name}</span>
            <span class="client-option-detail truncate">
              {[client().email, client().company, client().town].filter(Boolean).join(' · ')}
            </span>
          </span>
        </span>
      )}
    </Show>
  )
}

function nameOf(recipient: LetterClient | null) {
  return recipient?.is === 'new' ? recipient.name : ''
}
