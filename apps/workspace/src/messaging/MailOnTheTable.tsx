import { For, Show } from 'solid-js'
import type { MailToSortOpened } from '@comptoir/contract/messaging'
import { Banner } from '@comptoir/ui/Banner'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { Attachment } from './Attachment.tsx'
import { hrefOfBin, wordsOf } from './bins.ts'
import { SortActs } from './SortActs.tsx'
import '../app/Form.css'
import './letter.css'

/** One mail that waits, with what one needs to decide. */
export function MailOnTheTable(props: { mailId: string }) {
  const { slug } = useWorkspace()
  const mail = createFetched(
    () => props.mailId,
    (mailId) => ask(api.api.w[':slug'].inbox['to-sort'][':mailId'].$get({ param: { slug, mailId } })),
  )
  return (
    <Fetched of={mail} loading={<SkeletonLines lines={6} />}>
      {(opened) => <Opened mail={opened()} />}
    </Fetched>
  )
}

function Opened(props: { mail: MailToSortOpened }) {
  const language = useLanguage()
  const { t, format } = language
  const { slug } = useWorkspace()
  return (
    <>
      <PageHeader
        title={props.mail.subject || t('messaging.no_subject')}
        subtitle={props.mail.sender || t('messaging.no_sender')}
        back={{ label: t(wordsOf[props.mail.bin].back), href: hrefOfBin(slug, props.mail.bin) }}
      />
      <div class="post-letter">
        <Banner tone="warning">{language.sentence(props.mail.problem, {}, 'errors.mail_not_filed')}</Banner>
        <SortActs mail={props.mail} />
        <dl class="post-envelope">
          <dt>{t('messaging.from')}</dt>
          <dd>{props.mail.sender || t('messaging.no_sender')}</dd>
          <dt>{t('messaging.for')}</dt>
          <dd>
            {props.mail.mailbox} <span class="post-address">{props.mail.to}</span>
          </dd>
          <dt>{t('messaging.date')}</dt>
          <dd>{format().full(props.mail.receivedAt)}</dd>
          <dt>{t('messaging.size')}</dt>
          <dd>
            {format().bytes(props.mail.sizeBytes)}{' '}
            <a class="text-link" href={`/api/w/${slug}/inbox/to-sort/${props.mail.id}/raw`} download="message.eml">
              {t('messaging.download')}
            </a>
          </dd>
        </dl>
        <Show when={props.mail.text !== null} fallback={<p class="post-about">{t('messaging.unreadable')}</p>}>
          <pre class="post-text">{props.mail.text || t('messaging.no_text')}</pre>
        </Show>
        <Show when={props.mail.attachments.length > 0}>
          <ul class="post-attachments" aria-label={t('messaging.attachments')}>
            <For each={props.mail.attachments}>
              {(file) => (
                <li>
                  <Attachment name={file.name} sizeBytes={file.sizeBytes} />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <details class="post-headers">
          <summary>{t('messaging.headers')}</summary>
          <pre>{props.mail.headers}</pre>
        </details>
      </div>
    </>
  )
}
