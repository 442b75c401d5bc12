import { Show } from 'solid-js'
import type { FoundInDns, SigningKey } from '@comptoir/contract/signing'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { useLanguage, type MessageKey } from '../app/create-language.ts'
import { DnsRecord } from './DnsRecord.tsx'

/** The record to publish, step by step; what the last look found; and a look now. */
export function SigningKeyToPublish(props: { of: SigningKey; checking: boolean; onCheck: () => void }) {
  const { t, format } = useLanguage()
  const sentence = () => sentences.get(props.of.found)
  return (
    <>
      <Show
        when={props.of.publishedAt}
        fallback={
          <div class="signing-steps">
            <h4 class="signing-steps-title">{t('signing.steps')}</h4>
            <ol>
              <li>{t('signing.step_open', { domain: props.of.domain })}</li>
              <li>{t('signing.step_add')}</li>
              <li>{t('signing.step_check')}</li>
            </ol>
            <DnsRecord of={props.of} />
          </div>
        }
      >
        <p class="page-text">{t('signing.published_text', { domain: props.of.domain })}</p>
        <details class="signing-record">
          <summary>{t('signing.show_record')}</summary>
          <DnsRecord of={props.of} />
        </details>
      </Show>
      <Show when={sentence()}>{(key) => <Banner tone="warning">{t(key(), { domain: props.of.domain })}</Banner>}</Show>
      <div class="signing-check">
        <Button
          tone={props.of.publishedAt ? 'secondary' : 'primary'}
          busy={props.checking}
          onClick={() => props.onCheck()}
        >
          {t('signing.check')}
        </Button>
        <Show when={props.of.checkedAt}>
          {(at) => (
            <time class="signing-time" datetime={at()} title={format().full(at())}>
              {t('signing.checked', { time: format().moment(at()) })}
            </time>
          )}
        </Show>
      </div>
    </>
  )
}

const sentences = new Map<FoundInDns, MessageKey>([
  ['nothing', 'signing.found_nothing'],
  ['other-key', 'signing.found_other'],
  ['several', 'signing.found_several'],
  ['silent', 'signing.found_silent'],
])
