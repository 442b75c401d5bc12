import { For, Show } from 'solid-js'
import type { SandboxMailOpened } from '@comptoir/contract/messaging'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { AnswerAsClient } from './AnswerAsClient.tsx'
import { Attachment } from './Attachment.tsx'
import './letter.css'

/** A letter as its client has it open. */
export function Letter(props: { deliveryId: string }) {
  const { slug } = useWorkspace()
  const letter = createFetched(
    () => props.deliveryId,
    (deliveryId) => ask(api.api.w[':slug'].messaging.sandbox[':deliveryId'].$get({ param: { slug, deliveryId } })),
  )
  return (
    <Fetched of={letter} loading={<SkeletonLines lines={6} />}>
      {(mail) => <Opened mail={mail()} />}
    </Fetched>
  )
}

function Opened(props: { mail: SandboxMailOpened }) {
  const { t, format } = useLanguage()
  const { slug } = useWorkspace()
  const page = () => `/api/w/${slug}/messaging/sandbox/${props.mail.deliveryId}/html`
  return (
    <>
      <PageHeader
        title={props.mail.subject}
        subtitle={t('messaging.received_by', { name: props.mail.toName || props.mail.to })}
        back={{ label: t('messaging.back_to_letters'), href: `/w/${slug}/post-office` }}
        actions={
          <LinkButton size="sm" href={`/w/${slug}/inbox/c/${props.mail.conversationId}`}>
            {t('messaging.see_conversation')}
          </LinkButton>
        }
      />
      <div class="post-letter">
        <dl class="post-envelope">
          <dt>{t('messaging.from')}</dt>
          <dd>
            {props.mail.fromName} <span class="post-address">{props.mail.from}</span>
          </dd>
          <dt>{t('messaging.for')}</dt>
          <dd>
            {props.mail.toName} <span class="post-address">{props.mail.to}</span>
          </dd>
          <dt>{t('messaging.date')}</dt>
          <dd>{format().full(props.mail.at)}</dd>
        </dl>
        {/* Its own route forbids it everything; this forbids it once more. */}
        <iframe
          class="post-page"
          src={page()}
          title={t('messaging.letter_text', { subject: props.mail.subject })}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerpolicy="no-referrer"
        />
        <Show when={props.mail.attachments.length > 0}>
          <ul class="post-attachments" aria-label={t('messaging.attachments')}>
            <For each={props.mail.attachments}>
              {(file) => (
                <li>
                  <Attachment
                    name={file.name}
                    sizeBytes={file.sizeBytes}
                    href={`/api/w/${slug}/files/${file.fileId}`}
                  />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <AnswerAsClient mail={props.mail} />
      </div>
    </>
  )
}
