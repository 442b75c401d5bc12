import { Match, Show, Switch } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { Avatar } from '@comptoir/ui/Avatar'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { AttachedFiles } from './AttachedFiles.tsx'
import { CalendarPart } from './CalendarPart.tsx'
import { useConversation } from './conversation-context.ts'
import { Leaving } from './Leaving.tsx'
import { MessageMarks } from './MessageMarks.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import { MailLayout } from './MailLayout.tsx'
import { MessageSignature } from './MessageSignature.tsx'
import { PlainText } from './PlainText.tsx'
import { QuotedText } from './QuotedText.tsx'
import { ReceiptButton } from './ReceiptButton.tsx'
import { ReceiptTrouble } from './ReceiptTrouble.tsx'
import { RichText } from './RichText.tsx'
import { SentTo } from './SentTo.tsx'
import { SourcePage } from './SourcePage.tsx'
import './TimelineMessage.css'

/** Something said by the client, on the left, or by the team, on the right. */
export function TimelineMessage(props: { message: MessageItem }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const here = useConversation()
  const isMine = () => props.message.userId === workspace.me().userId
  const author = () => (isMine() ? t('inbox.message.you') : props.message.authorName || here.opened().client.name)
  const label = () =>
    t(
      props.message.direction === 'in'
        ? 'inbox.message.from_client'
        : props.message.party === 'outsider'
          ? 'inbox.message.to_outsider'
          : 'inbox.message.from_team',
      { name: author() },
    )
  return (
    <article
      class="message"
      data-direction={props.message.direction}
      data-party={props.message.party}
      data-item={props.message.id}
      aria-label={label()}
    >
      <Show when={props.message.direction === 'in'}>
        <Avatar
          size="sm"
          name={props.message.authorName || here.opened().client.name}
          seed={props.message.party === 'client' ? here.opened().client.id : props.message.authorName}
        />
      </Show>
      <div class="message-body">
        <div class="message-bubble">
          <Words message={props.message} />
          <Show when={props.message.calendar}>{(card) => <CalendarPart card={card()} />}</Show>
          <AttachedFiles files={props.message.attachments} />
        </div>
        <p class="message-foot">
          <span>{author()}</span>
          <span>{t(`inbox.channel.${props.message.channel}`)}</span>
          <Show when={props.message.channel === 'form' && here.opened().conversation.sourceUrl}>
            {(url) => (
              <span>
                <SourcePage url={url()} />
              </span>
            )}
          </Show>
          <time class="num" datetime={props.message.at} title={format().full(props.message.at)}>
            {format().time(props.message.at)}
          </time>
          <SentTo message={props.message} />
          <MessageMarks message={props.message} />
          <Show when={props.message.receipt}>
            {(receipt) => (
              <Leaving message={props.message}>
                <ReceiptButton messageId={props.message.id} receipt={receipt()} />
              </Leaving>
            )}
          </Show>
          <MessageMenu message={props.message} />
        </p>
        <Show when={props.message.receipt}>
          {(receipt) => <ReceiptTrouble messageId={props.message.id} receipt={receipt()} />}
        </Show>
      </div>
    </article>
  )
}

function Words(props: { message: MessageItem }) {
  const { t } = useLanguage()
  const own = () => props.message.html.is === 'own' && props.message.html
  const mail = () => props.message.html.is === 'mail' && props.message.html
  const text = () => (
    <>
      <Show when={props.message.text} fallback={<p class="message-empty">{t('inbox.message.empty')}</p>}>
        <PlainText text={props.message.text} />
      </Show>
      <QuotedText text={props.message.quotedText} />
    </>
  )
  return (
    <Switch fallback={text()}>
      <Match when={own()}>
        {(html) => (
          <>
            <RichText html={html().html} />
            <Show when={props.message.signatureHtml}>{(signature) => <MessageSignature html={signature()} />}</Show>
            <QuotedText text={props.message.quotedText} />
          </>
        )}
      </Match>
      <Match when={mail()}>
        {(html) => (
          <MailLayout message={props.message} remoteImages={html().remoteImages}>
            {text()}
          </MailLayout>
        )}
      </Match>
    </Switch>
  )
}
