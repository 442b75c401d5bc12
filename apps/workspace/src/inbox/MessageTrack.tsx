import { For, Show } from 'solid-js'
import type { DeliveryTrack, Receipt } from '@comptoir/contract/messaging'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { createTrack } from './create-track.ts'
import { ReceiptIcon } from './ReceiptMark.tsx'
import { ReceiptTrouble } from './ReceiptTrouble.tsx'
import './MessageTrack.css'

/** What became of a message of ours, recipient by recipient, and what can be done about it. It follows while it is open. */
export default function MessageTrack(props: { messageId: string; receipt: Receipt }) {
  const { t } = useLanguage()
  const track = createTrack(() => props.messageId)
  return (
    <div class="message-track">
      <h2>{t('inbox.track.title')}</h2>
      <Fetched of={track} loading={<SkeletonLines />}>
        {(found) => (
          <For each={found().deliveries} fallback={<p>{t('inbox.track.none')}</p>}>
            {(delivery) => <OneRecipient delivery={delivery} />}
          </For>
        )}
      </Fetched>
      <ReceiptTrouble messageId={props.messageId} receipt={props.receipt} />
    </div>
  )
}

function OneRecipient(props: { delivery: DeliveryTrack }) {
  const { t, format, sentence } = useLanguage()
  const isTrouble = () => props.delivery.state === 'failed' || props.delivery.state === 'unknown'
  return (
    <section>
      <p class="message-track-to">{t('inbox.track.to', { recipient: props.delivery.recipient })}</p>
      <ol class="message-track-steps">
        <For each={props.delivery.steps}>
          {(step) => (
            <li data-state={step.state}>
              <ReceiptIcon state={step.state} />
              <span>{t(`inbox.receipt.${step.state}`)}</span>
              <time class="num" datetime={step.at} title={format().full(step.at)}>
                {format().moment(step.at)}
              </time>
            </li>
          )}
        </For>
      </ol>
      {/* What failed is explained below, with what to do. */}
      <Show when={!isTrouble() && props.delivery.reason}>
        {(reason) => <p class="message-track-why">{sentence(reason(), {}, 'inbox.receipt.queued')}</p>}
      </Show>
      <Show when={props.delivery.nextTryAt}>
        {(at) => <p class="message-track-next">{t('inbox.track.next_try', { at: format().moment(at()) })}</p>}
      </Show>
      <Show when={!isTrouble() && props.delivery.answer}>
        {(answer) => <p class="message-track-answer">{t('inbox.receipt.answer', { answer: answer() })}</p>}
      </Show>
      <Show when={props.delivery.attempts > 1}>
        <p class="message-track-answer">{t('inbox.track.tries', { n: props.delivery.attempts })}</p>
      </Show>
    </section>
  )
}
