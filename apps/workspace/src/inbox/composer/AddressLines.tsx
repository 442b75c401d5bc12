import { createUniqueId, For, Show } from 'solid-js'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../../app/create-language.ts'
import { recipientRoles, type createAddressLines, type RecipientRole } from './create-address-lines.ts'
import './RecipientLines.css'

type Lines = ReturnType<typeof createAddressLines>
type Tone = 'neutral' | 'accent' | 'warm'

/** To, Cc and Bcc, with their people as tags; `tone` marks who stands out, `isStranger` says why. */
export function AddressLines(props: {
  lines: Lines
  tone: (address: string) => Tone
  isStranger?: (address: string) => boolean
}) {
  const list = createUniqueId()
  return (
    <>
      <For each={recipientRoles}>
        {(role) => <Line role={role} lines={props.lines} list={list} tone={props.tone} isStranger={props.isStranger} />}
      </For>
      <datalist id={list}>
        <For each={props.lines.suggestions()}>
          {({ address, name }) => <option value={address}>{name || address}</option>}
        </For>
      </datalist>
    </>
  )
}

function Line(props: {
  role: RecipientRole
  lines: Lines
  list: string
  tone: (address: string) => Tone
  isStranger: ((address: string) => boolean) | undefined
}) {
  const { t } = useLanguage()
  const id = createUniqueId()
  const text = () => props.lines.typed()[props.role]
  const isWrong = () => text() !== '' && !/^[^,;\s]*$/.test(text())
  const people = () => props.lines.chosen()[props.role]
  const onKeyDown = (event: KeyboardEvent) => {
    const last = people().at(-1)
    if (event.key === 'Backspace' && text() === '' && last) props.lines.remove(props.role, last.address)
    const settles = event.key === 'Enter' || event.key === ',' || event.key === ';'
    if (!settles || text().trim() === '') return
    if (!event.ctrlKey && !event.metaKey) event.preventDefault()
    props.lines.settle(props.role)
  }
  return (
    <div class="recipient-line">
      <label for={id}>{t(`inbox.recipients.${props.role}`)}</label>
      <For each={people()}>
        {({ address, name }) => (
          <span title={address}>
            <Tag
              tone={props.tone(address)}
              remove={{
                label: t('inbox.recipients.remove', { address }),
                onClick: () => props.lines.remove(props.role, address),
              }}
            >
              {name || address}
              <Show when={props.isStranger?.(address)}> · {t('inbox.recipients.stranger')}</Show>
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
        onInput={(event) => props.lines.type(props.role, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onChange={() => props.lines.settle(props.role)}
      />
    </div>
  )
}
