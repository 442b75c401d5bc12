import Plus from 'lucide-solid/icons/plus'
import { createUniqueId, For, Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Chip } from '@comptoir/ui/Chip'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../../app/create-language.ts'
import { recipientRoles, type RecipientRole, type RecipientsState } from './create-recipients.ts'
import './RecipientLines.css'

/** To, Cc and Bcc of a reply, with what differs from the last message. */
export default function RecipientLines(props: { recipients: RecipientsState }) {
  const { t } = useLanguage()
  const list = createUniqueId()
  return (
    <div class="recipient-lines">
      <For each={recipientRoles}>{(role) => <Line role={role} recipients={props.recipients} list={list} />}</For>
      <datalist id={list}>
        <For each={props.recipients.suggestions()}>
          {({ address, name }) => <option value={address}>{name || address}</option>}
        </For>
      </datalist>
      <Show when={props.recipients.leftOut().length > 0}>
        <div class="recipient-left-out">
          <span>{t('inbox.recipients.left_out')}</span>
          <For each={props.recipients.leftOut()}>
            {(one) => (
              <Chip
                look="dashed"
                icon={<Plus aria-hidden="true" />}
                aria-label={t('inbox.recipients.put_back', { address: one.address })}
                onClick={() => props.recipients.add('cc', [{ ...one }])}
              >
                {one.name || one.address}
              </Chip>
            )}
          </For>
        </div>
      </Show>
      <Show when={props.recipients.hasChoice()}>
        <div class="recipient-ways">
          <Button size="sm" onClick={() => props.recipients.toAll()}>
            {t('inbox.recipients.to_all')}
          </Button>
          <Button size="sm" onClick={() => props.recipients.toWriter()}>
            {t('inbox.recipients.to_writer')}
          </Button>
        </div>
      </Show>
    </div>
  )
}

function Line(props: { role: RecipientRole; recipients: RecipientsState; list: string }) {
  const { t } = useLanguage()
  const id = createUniqueId()
  const text = () => props.recipients.typed()[props.role]
  const isWrong = () => text() !== '' && !/^[^,;\s]*$/.test(text())
  const people = () => props.recipients.chosen()[props.role]
  const tone = (address: string) =>
    props.recipients.isStranger(address) ? 'warm' : props.recipients.isAdded(address) ? 'accent' : 'neutral'
  const onKeyDown = (event: KeyboardEvent) => {
    const last = people().at(-1)
    if (event.key === 'Backspace' && text() === '' && last) props.recipients.remove(props.role, last.address)
    const settles = event.key === 'Enter' || event.key === ',' || event.key === ';'
    if (!settles || text().trim() === '') return
    if (!event.ctrlKey && !event.metaKey) event.preventDefault()
    props.recipients.settle(props.role)
  }
  return (
    <div class="recipient-line">
      <label for={id}>{t(`inbox.recipients.${props.role}`)}</label>
      <For each={people()}>
        {({ address, name }) => (
          <span title={address}>
            <Tag
              tone={tone(address)}
              remove={{
                label: t('inbox.recipients.remove', { address }),
                onClick: () => props.recipients.remove(props.role, address),
              }}
            >
              {name || address}
              <Show when={props.recipients.isStranger(address)}> · {t('inbox.recipients.stranger')}</Show>
            </Tag>
          </span>
        )}
      </For>
      <input
        id={id}
        type="text"
        inputmode="email"
        autocomplete="off"
        list={props.list}
        value={text()}
        aria-invalid={isWrong() || undefined}
        onInput={(event) => props.recipients.type(props.role, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onChange={() => props.recipients.settle(props.role)}
      />
    </div>
  )
}
