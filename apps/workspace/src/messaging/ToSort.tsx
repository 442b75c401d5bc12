import { useParams } from '@solidjs/router'
import MailCheck from 'lucide-solid/icons/mail-check'
import MailOpen from 'lucide-solid/icons/mail-open'
import MailQuestion from 'lucide-solid/icons/mail-question-mark'
import { For, Show } from 'solid-js'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createToSort } from './create-to-sort.ts'
import { MailOnTheTable } from './MailOnTheTable.tsx'
import { MorePages } from './MorePages.tsx'
import { PostRow } from './PostRow.tsx'
import './post.css'

/** The bin of mail that could not be filed by itself. */
export default function ToSort() {
  const language = useLanguage()
  const { t } = language
  const { slug } = useWorkspace()
  const params = useParams<{ mailId?: string }>()
  const bin = createToSort()
  usePageTitle(() => t('shell.to_sort'))
  return (
    <div class="post" data-open={params.mailId !== undefined}>
      <section class="post-list" aria-label={t('shell.to_sort')}>
        <PageHeader title={t('shell.to_sort')} />
        <p class="post-about">{t('messaging.about_to_sort')}</p>
        <Fetched of={bin.first} loading={<SkeletonRows label={t('common.loading')} />}>
          {() => (
            <Show
              when={bin.mails().length > 0}
              fallback={
                <EmptyState
                  icon={<MailCheck />}
                  title={t('messaging.all_sorted')}
                  text={t('messaging.all_sorted_text')}
                />
              }
            >
              <ul class="post-rows">
                <For each={bin.mails()}>
                  {(mail) => (
                    <PostRow
                      href={`/w/${slug}/to-sort/${mail.id}`}
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
              <MorePages pages={bin} />
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
