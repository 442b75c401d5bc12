import MessageSquarePlus from 'lucide-solid/icons/message-square-plus'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import { createMemo, createSignal, For, lazy, Match, onMount, Show, Suspense, Switch } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { TemplateView } from '@comptoir/contract/templates'
import { Button } from '@comptoir/ui/Button'
import { Card } from '@comptoir/ui/Card'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { Field } from '@comptoir/ui/Field'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { TextInput } from '@comptoir/ui/TextInput'
import { registerActions } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { CouldNot } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { groupTemplates } from './group-templates.ts'
import { useTemplateCommands } from './template-commands.ts'
import { TemplateRow } from './TemplateRow.tsx'
import './TemplatesPage.css'

const TemplateDialog = lazy(() => import('./TemplateDialog.tsx'))

type Task = { is: 'add' } | { is: 'change'; template: TemplateView }

/** The texts kept to be written again: the team's, and one's own. */
export default function TemplatesPage() {
  const { t, locale } = useLanguage()
  const workspace = useWorkspace()
  const { templates } = liveInboxOf(workspace)
  const commands = useTemplateCommands()
  const [task, setTask] = createSignal<Task>()
  const [words, setWords] = createSignal('')
  onMount(() => templates.open('all'))
  usePageTitle(() => t('templates.title'))
  registerActions({ 'add-template': () => setTask({ is: 'add' }) })

  const state = () => templates.state('all')
  const failure = () => {
    const now = state()
    return now.is === 'failed' && now
  }
  const all = createMemo((): readonly TemplateView[] => {
    const now = state()
    return now.is === 'ready' ? now.slice.templates : []
  })
  const groups = createMemo(() => groupTemplates(all(), words(), locale()))
  const mayChange = ({ whose }: TemplateView) => whose === 'own' || workspace.isTeam()

  return (
    <div class="page-body" data-wide>
      <Card
        title={t('templates.title')}
        actions={
          <Show when={all().length > 0}>
            <Button tone="primary" icon={<MessageSquarePlus />} onClick={() => setTask({ is: 'add' })}>
              {t('templates.add')}
            </Button>
          </Show>
        }
      >
        <Switch>
          <Match when={state().is === 'loading'}>
            <SkeletonRows rows={4} label={t('common.loading')} />
          </Match>
          <Match when={failure()}>
            {(failed) => <CouldNot error={failed().error} retry={() => templates.retry('all')} />}
          </Match>
          <Match when={all().length === 0}>
            <EmptyState
              icon={<MessageSquareText />}
              title={t('templates.empty')}
              text={t('templates.empty_text')}
              action={
                <Button tone="primary" icon={<MessageSquarePlus />} onClick={() => setTask({ is: 'add' })}>
                  {t('templates.add')}
                </Button>
              }
            />
          </Match>
          <Match when={state().is === 'ready'}>
            <div class="templates">
              <p class="page-text">{t('templates.how')}</p>
              <Field label={t('templates.search')} labelShown="aloud">
                <TextInput
                  type="search"
                  autocomplete="off"
                  placeholder={t('templates.search')}
                  value={words()}
                  onText={setWords}
                />
              </Field>
              <For each={groups()} fallback={<p class="page-text">{t('templates.none_found')}</p>}>
                {(group) => (
                  <section aria-label={group.category || t('templates.no_category')}>
                    <h3 class="templates-group">{group.category || t('templates.no_category')}</h3>
                    <ul>
                      <For each={group.templates}>
                        {(template) => (
                          <TemplateRow
                            template={template}
                            mayChange={mayChange(template)}
                            commands={commands}
                            onChange={() => setTask({ is: 'change', template: structuredClone(unwrap(template)) })}
                          />
                        )}
                      </For>
                    </ul>
                  </section>
                )}
              </For>
            </div>
          </Match>
        </Switch>
      </Card>
      <Show when={task()} keyed>
        {(now) => (
          <Suspense>
            <TemplateDialog {...(now.is === 'change' && { was: now.template })} close={() => setTask(undefined)} />
          </Suspense>
        )}
      </Show>
    </div>
  )
}
