import { useParams } from '@solidjs/router'
import MailCheck from 'lucide-solid/icons/mail-check'
import MailOpen from 'lucide-solid/icons/mail-open'
import MailQuestion from 'lucide-solid/icons/mail-question-mark'
import { For, Show } from 'solid-js'
import type { Bin } from '@comptoir/contract/messaging'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { hrefOfBin, wordsOf } from './bins.ts'
import { BinTabs } from './BinTabs.tsx'
import { createToSort } from './create-to-sort.ts'
import { MailOnTheTable } from './MailOnTheTable.tsx'
import { MorePages } from './MorePages.tsx'
import { PostRow } from './PostRow.tsx'
import './post.css'

/** A bin of mail that is in no conversation, and the mail of it that is open. */
export function MailBin(props: { bin: Bin }) {
  const language = useLanguage()
  const { t } = language
  const { slug } = useWorkspace()
  const params = useParams<{ mailId?: string }>()
  const waiting = createToSort(() => props.bin)
  const words = () => wordsOf[props.bin]
  usePageTitle(() => t(words().title))
  return (
    <div class="post" data-open={params.mailId !== undefined}>
      <section class="post-list" aria-label={t(words().title)}>
        <PageHeader title={t(words().title)} />
        <BinTabs bin={props.bin} />
        <p class="post-about">{t(words().about)}</p>
        <Fetched of={waiting.first} loading={<SkeletonRows label={t('common.loading')} />}>
          {() => (
            <Show
              when={waiting.mails().length > 0}
              fallback={<EmptyState icon={<MailCheck />} title={t(words().empty)} text={t(words().emptyText)} />}
            >
              <ul class="post-rows">
                <For each={waiting.mails()}>
                  {(mail) => (
                    <PostRow
                      href={hrefOfBin(slug, props.bin, mail.id)}
                      current={mail.id === params.mailId}
                      mark={
                        <span class="post-mark" aria-hidden="true">
                          <MailQuestion />
                        </span>
                      }
                      name={mail.sender || t('messaging.no_sender')}
                      subject={mail.subject || t('messaging.no_subject')}
                      preview={language.sentence(mail.problem, {}, 'errors.mail_not_filed')}
                      at={mail.receivedAt}
                    />
                  )}
                </For>
              </ul>
              <MorePages pages={waiting} />
            </Show>
          )}
        </Fetched>
      </section>
      <section class="post-pane" aria-label={t('messaging.letter')}>
        <Show
          when={params.mailId}
          keyed
          fallback={
            <EmptyState icon={<MailOpen />} title={t('messaging.choose_letter')} text={t('messaging.choose_to_sort')} />
          }
        >
          {(mailId) => <MailOnTheTable mailId={mailId} />}
        </Show>
      </section>
    </div>
  )
}
