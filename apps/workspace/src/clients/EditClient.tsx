import { createSignal, onMount, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { ClientView } from '@comptoir/contract/clients'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextArea } from '@comptoir/ui/TextArea'
import { TextInput } from '@comptoir/ui/TextInput'
import { Refused } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { fieldsOf, useClientActs, type ClientFields } from './client-acts.ts'
import { ManyLines } from './ManyLines.tsx'
import { mergeCards } from './merge-cards.ts'
import './EditClient.css'

/** The card of a client, changed in place. When a colleague was quicker, both changes are kept where they can be. */
export default function EditClient(props: { client: ClientView; onDone: () => void }) {
  const { t } = useLanguage()
  const acts = useClientActs()
  // As it was when one began: what others change meanwhile is found out when it is saved.
  let seen = untrack(() => cardOf(props.client))
  const [written, setWritten] = createStore<ClientFields>(fieldsOf(untrack(() => props.client)))
  const [quicker, setQuicker] = createSignal<ClientView>()
  let form!: HTMLDivElement
  onMount(() => form.querySelector('input')?.focus())

  const save = createAct(async () => {
    const filled = { ...written, emails: written.emails.filter(isFilled), phones: written.phones.filter(isFilled) }
    try {
      await acts.change(seen, filled)
    } catch (error) {
      const theirs = cardIn(error)
      if (!theirs) throw error
      setWritten(mergeCards(seen.fields, { ...written }, fieldsOf(theirs)))
      seen = cardOf(theirs)
      setQuicker(theirs)
      return
    }
    void showToast({ text: t('clients.saved'), tone: 'success' })
    props.onDone()
  })

  const line = (
    name: 'name' | 'company' | 'street' | 'postalCode' | 'town' | 'country',
    label: string,
    most: number,
    hint?: string,
  ) => (
    <Field label={label} error={save.fields()[name]} required={name === 'name'}>
      <TextInput
        autocomplete={hint ?? 'off'}
        maxlength={most}
        value={written[name]}
        onText={(text) => setWritten(name, text)}
      />
    </Field>
  )

  return (
    <div
      class="edit-client"
      ref={form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        props.onDone()
      }}
    >
      <Form
        act={save}
        submit={t('clients.save')}
        aside={<Button onClick={() => props.onDone()}>{t('clients.cancel')}</Button>}
        onSubmit={() => void save.run()}
      >
        <Show when={quicker()}>
          <Banner tone="warning">
            <strong>{t('clients.changed_by_other')}</strong> {t('clients.changed_fields')}
          </Banner>
        </Show>
        {line('name', t('clients.name'), 120)}
        {line('company', t('clients.company'), 120)}
        <ManyLines
          label={t('clients.emails')}
          line={t('clients.email')}
          add={t('clients.add_email')}
          type="email"
          values={written.emails}
          errors={save.fields()}
          path="emails"
          onChange={(emails) => setWritten('emails', emails)}
        />
        <ManyLines
          label={t('clients.phones')}
          line={t('clients.phone')}
          add={t('clients.add_phone')}
          type="tel"
          values={written.phones}
          errors={save.fields()}
          path="phones"
          onChange={(phones) => setWritten('phones', phones)}
        />
        {line('street', t('clients.street'), 200)}
        <div class="edit-client-town">
          {line('postalCode', t('clients.postal_code'), 20)}
          {line('town', t('clients.town'), 100)}
        </div>
        {line('country', t('clients.country'), 60)}
        <Field label={t('clients.note')} error={save.fields()['note']}>
          <TextArea rows={3} maxlength={10_000} value={written.note} onText={(text) => setWritten('note', text)} />
        </Field>
      </Form>
    </div>
  )
}

function cardOf(client: ClientView) {
  return { id: client.id, version: client.version, fields: fieldsOf(client) }
}

function isFilled(text: string) {
  return text.trim() !== ''
}

function cardIn(error: unknown): ClientView | undefined {
  if (!(error instanceof Refused) || error.code !== 'conflict') return undefined
  return error.body.details?.['client'] as ClientView | undefined
}
