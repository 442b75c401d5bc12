import { Show } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import '@comptoir/ui/Field.css'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { CouldNot } from '../../app/Fetched.tsx'
import { useLanguage } from '../../app/create-language.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveClientsOf } from '../../live/live-clients.ts'
import { byName } from '../by-name.ts'
import { createSetupActs } from './create-setup-acts.ts'
import { FieldRows } from './FieldRows.tsx'
import { LabelRows } from './LabelRows.tsx'
import './ClientFields.css'

/** What the business keeps of its clients: its own fields, the categories, the tags. */
export default function ClientFields() {
  const { t, locale } = useLanguage()
  const { setup, tags } = liveClientsOf(useWorkspace())
  const acts = createSetupActs()
  setup.open('all')
  tags.open('all')
  usePageTitle(() => t('client_fields.tab'))
  const kept = () => {
    const state = setup.state('all')
    return state.is === 'ready' ? state.slice : undefined
  }
  const allTags = () => {
    const state = tags.state('all')
    return state.is === 'ready' ? byName(state.slice.tags, locale()) : []
  }
  const failure = () => {
    const state = setup.state('all')
    return state.is === 'failed' ? state : undefined
  }
  return (
    <div class="page-body" data-wide>
      <Show
        when={kept()}
        fallback={
          <Show when={failure()} fallback={<SkeletonRows rows={6} label={t('common.loading')} />}>
            {(failed) => <CouldNot error={failed().error} retry={() => setup.retry('all')} />}
          </Show>
        }
      >
        {(all) => (
          <>
            <Card title={t('client_fields.fields')}>
              <p class="field-hint">{t('client_fields.fields_hint')}</p>
              <FieldRows fields={all().fields} acts={acts} />
            </Card>
            <Card title={t('client_fields.categories')}>
              <p class="field-hint">{t('client_fields.categories_hint')}</p>
              <LabelRows
                label={t('client_fields.categories')}
                add={t('client_fields.add_category')}
                labels={all().categories}
                onAdd={(name, tone) => acts.addChoice(null, name, tone)}
                onChange={acts.changeChoice}
                onRemove={(one) => void acts.removeChoice(one)}
                onOrder={(ids) => void acts.orderChoices(ids)}
              />
            </Card>
            <Card title={t('clients.tags')}>
              <p class="field-hint">{t('client_fields.tags_hint')}</p>
              <Show when={allTags().length > 0} fallback={<p class="field-hint">{t('client_fields.no_tags')}</p>}>
                <LabelRows
                  label={t('clients.tags')}
                  labels={allTags()}
                  onChange={acts.changeTag}
                  onRemove={(one) => void acts.removeTag(one)}
                />
              </Show>
            </Card>
          </>
        )}
      </Show>
    </div>
  )
}
