import { useParams } from '@solidjs/router'
import MailOpen from 'lucide-solid/icons/mail-open'
import Mailbox from 'lucide-solid/icons/mailbox'
import PenLine from 'lucide-solid/icons/pen-line'
import { createSignal, For, lazy, Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { registerActions } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { createPostOffice } from './create-post-office.ts'
import { Letter } from './Letter.tsx'
import { LetterRow } from './LetterRow.tsx'
import { MorePages } from './MorePages.tsx'
import './post.css'

const WriteDialog = lazy(() => import('./WriteDialog.tsx'))

/** Where mail to clients goes while nothing leaves this machine, and where one may answer as them. */
export default function PostOffice() {
  const { t } = useLanguage()
  const params = useParams<{ deliveryId?: string }>()
  const post = createPostOffice()
  const [writing, setWriting] = createSignal(false)
  registerActions({ 'write-as-client': () => setWriting(true) })
  usePageTitle(() => t('shell.post_office'))
  return (
    <div class="post" data-open={params.deliveryId !== undefined}>
      <section class="post-list" aria-label={t('shell.post_office')}>
        <PageHeader
          title={t('shell.post_office')}
          actions={
            <Button size="sm" icon={<PenLine />} onClick={() => setWriting(true)}>
              {t('messaging.write')}
            </Button>
          }
        />
        <p class="post-about">{t('messaging.about_post_office')}</p>
        <Fetched of={post.first} loading={<SkeletonRows label={t('common.loading')} />}>
          {() => (
            <Show
              when={post.mails().length > 0}
              fallback={
                <EmptyState icon={<Mailbox />} title={t('messaging.no_letter')} text={t('messaging.no_letter_text')} />
              }
            >
              <ul class="post-rows">
                <For each={post.mails()}>
                  {(mail) => <LetterRow mail={mail} current={mail.deliveryId === params.deliveryId} />}
                </For>
              </ul>
              <MorePages pages={post} />
            </Show>
          )}
        </Fetched>
      </section>
      <section class="post-pane" aria-label={t('messaging.letter')}>
        <Show
          when={params.deliveryId}
          keyed
          fallback={
            <EmptyState
              icon={<MailOpen />}
              title={t('messaging.choose_letter')}
              text={t('messaging.choose_letter_text')}
            />
          }
        >
          {(deliveryId) => <Letter deliveryId={deliveryId} />}
        </Show>
      </section>
      <Show when={writing()}>
        <WriteDialog close={() => setWriting(false)} />
      </Show>
    </div>
  )
}
