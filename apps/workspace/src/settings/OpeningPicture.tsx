import { Card } from '@comptoir/ui/Card'
import { Switch } from '@comptoir/ui/Switch'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createOpeningPicture } from './create-opening-picture.ts'
import '../app/Form.css'

/** Whether mails tell when they are opened, and what whoever turns it on should know before. */
export function OpeningPicture() {
  const { t } = useLanguage()
  const { isAdmin } = useWorkspace()
  const picture = createOpeningPicture()
  return (
    <Card title={t('settings.opening')}>
      <div class="form">
        <Switch
          label={t('settings.opening_picture')}
          checked={picture.state() === 'on'}
          disabled={!isAdmin()}
          onChange={(isOn) => picture.turn(isOn ? 'on' : 'off')}
        />
        <p class="page-text">{t('settings.opening_what')}</p>
        <p class="page-text">{t('settings.opening_doubt')}</p>
        <p class="page-text">{t('settings.opening_consent')}</p>
      </div>
    </Card>
  )
}
