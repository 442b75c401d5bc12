import { undoSeconds } from '@comptoir/contract/settings'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createUndoSend } from './create-undo-send.ts'
import '../app/Form.css'

/** How long what is sent can be taken back. */
export function UndoSend() {
  const { t } = useLanguage()
  const { isAdmin } = useWorkspace()
  const undo = createUndoSend()
  const options = () =>
    undoSeconds.map((n) => ({
      value: String(n),
      label: n === 0 ? t('settings.undo_send_none') : t('settings.undo_send_seconds', { n }),
    }))
  return (
    <Card title={t('settings.undo_send')}>
      <div class="form">
        <Field label={t('settings.undo_send_time')} hint={t('settings.undo_send_what')}>
          <Select
            value={undo.state()}
            options={options()}
            disabled={!isAdmin()}
            onChange={(value) => undo.turn(value as ReturnType<typeof undo.state>)}
          />
        </Field>
      </div>
    </Card>
  )
}
