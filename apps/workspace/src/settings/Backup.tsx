import Archive from 'lucide-solid/icons/archive'
import { Match, Show, Switch } from 'solid-js'
import type { BackupHolds } from '@comptoir/contract/backup'
import { Banner } from '@comptoir/ui/Banner'
import { Card } from '@comptoir/ui/Card'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { Field } from '@comptoir/ui/Field'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { createBackup } from './create-backup.ts'
import { DownloadBackup } from './DownloadBackup.tsx'

/** Everything in one file, for the owner to take away. */
export default function Backup() {
  const { t, format } = useLanguage()
  const backup = createBackup()
  usePageTitle(() => t('backup.title'))
  return (
    <div class="page-body">
      <Fetched of={backup.fetched} loading={<SkeletonLines lines={4} />}>
        {(slice) => (
          <Show
            when={slice().holds !== 'example'}
            fallback={
              <EmptyState icon={<Archive />} title={t('backup.example_title')} text={t('backup.example_text')} />
            }
          >
            <Card title={t('backup.title')}>
              <div class="form">
                <Holds holds={slice().holds} />
                <p class="page-text">
                  <Show when={slice().backedUpAt} fallback={t('backup.last_never')}>
                    {(at) => t('backup.last', { at: format().full(at()) })}
                  </Show>
                </p>
                <Banner tone="warning">{t('backup.precious')}</Banner>
                <DownloadBackup download={backup.download} />
              </div>
            </Card>
            <Card title={t('backup.restore')}>
              <div class="form">
                <p class="page-text">{t('backup.restore_text')}</p>
                <Field label={t('backup.restore_command')}>
                  <TextInput value={`npm run restore -- ${t('backup.file')}`} readonly />
                </Field>
              </div>
            </Card>
          </Show>
        )}
      </Fetched>
    </div>
  )
}

function Holds(props: { holds: BackupHolds }) {
  const { t } = useLanguage()
  return (
    <Switch>
      <Match when={props.holds === 'installation'}>
        <p class="page-text">{t('backup.holds_installation')}</p>
      </Match>
      <Match when={props.holds === 'business'}>
        <p class="page-text">{t('backup.holds_business')}</p>
        <p class="page-text">{t('backup.holds_business_not')}</p>
      </Match>
    </Switch>
  )
}
