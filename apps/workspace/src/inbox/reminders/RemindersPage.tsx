import BellPlus from 'lucide-solid/icons/bell-plus'
import { For, Match, Show, Switch } from 'solid-js'
import type { ListedReminder } from '@comptoir/contract/reminders'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { useLanguage } from '../../app/create-language.ts'
import { CouldNot } from '../../app/Fetched.tsx'
import { usePageTitle } from '../../app/page-title.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { tellOfRefusedActs } from '../tell-of-refused-acts.ts'
import { createReminderActs } from './create-reminder-acts.ts'
import { createReminders } from './create-reminders.ts'
import { ReminderCard } from './ReminderCard.tsx'
import '../../app/Page.css'
import './RemindersPage.css'

/** All that one is to be reminded of, one's own and the team's: what is due, then what is to come. */
export default function RemindersPage() {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const reminders = createReminders()
  const acts = createReminderActs()
  const all = reminders.reminders
  const failed = () => {
    const now = reminders.state()
    return now.is === 'failed' ? { why: now.error } : undefined
  }
  const part = (isDue: boolean) => (all() ?? []).filter((one) => (one.state === 'due') === isDue)
  tellOfRefusedActs()
  usePageTitle(() => t('reminders.title'))
  return (
    <div class="reminders-page">
      <PageHeader title={t('reminders.title')} />
      <Switch fallback={<SkeletonRows rows={6} label={t('common.loading')} />}>
        <Match when={failed()}>{(one) => <CouldNot error={one().why} retry={reminders.retry} />}</Match>
        <Match when={all()?.length === 0}>
          <EmptyState
            icon={<BellPlus />}
            title={t('reminders.empty')}
            text={t('reminders.empty_text')}
            action={<LinkButton href={`/w/${slug}/inbox`}>{t('reminders.to_inbox')}</LinkButton>}
          />
        </Match>
        <Match when={all()}>
          <div class="page-body">
            <Group title={t('reminders.due_now')} reminders={part(true)} />
            <Group title={t('reminders.coming')} reminders={part(false)} />
          </div>
        </Match>
      </Switch>
    </div>
  )

  function Group(props: { title: string; reminders: ListedReminder[] }) {
    return (
      <Show when={props.reminders.length > 0}>
        <section class="reminder-group">
          <h2>{props.title}</h2>
          <ul class="reminder-cards">
            <For each={props.reminders}>{(reminder) => <ReminderCard reminder={reminder} acts={acts} />}</For>
          </ul>
        </section>
      </Show>
    )
  }
}
