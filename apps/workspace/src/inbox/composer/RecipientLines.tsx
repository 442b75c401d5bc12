import Plus from 'lucide-solid/icons/plus'
import { For, Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Chip } from '@comptoir/ui/Chip'
import { useLanguage } from '../../app/create-language.ts'
import { AddressLines } from './AddressLines.tsx'
import type { RecipientsState } from './create-recipients.ts'
import './RecipientLines.css'

/** To, Cc and Bcc of a reply, with what differs from the last message. */
export default function RecipientLines(props: { recipients: RecipientsState }) {
  const { t } = useLanguage()
  const tone = (address: string) =>
    props.recipients.isStranger(address) ? 'warm' : props.recipients.isAdded(address) ? 'accent' : 'neutral'
  return (
    <div class="recipient-lines">
      <AddressLines lines={props.recipients} tone={tone} isStranger={props.recipients.isStranger} />
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
