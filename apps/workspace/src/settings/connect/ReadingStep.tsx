import { Show } from 'solid-js'
import { histories, type History } from '@comptoir/contract/mailboxes'
import { Button } from '@comptoir/ui/Button'
import { RadioGroup } from '@comptoir/ui/RadioGroup'
import '@comptoir/ui/Field.css'
import { useLanguage } from '../../app/create-language.ts'
import { Form } from '../../app/Form.tsx'
import { LimitFields } from '../LimitFields.tsx'
import { OwnerField } from '../OwnerField.tsx'
import { FolderChoice } from '../FolderChoice.tsx'
import { useConnecting } from './connecting-context.ts'
import './ReadingStep.css'

/** What comes in, to whom, and how much may leave. */
export function ReadingStep() {
  const { t } = useLanguage()
  const { draft, set, connect } = useConnecting()
  const hints: Partial<Record<History, string>> = { all: t('mailboxes.history_all_hint') }
  const isNew = () => draft.mailboxId === null
  return (
    <Form
      act={connect}
      onSubmit={() => void connect.run()}
      submit={t('mailboxes.connect')}
      aside={<Button onClick={() => set({ step: 'access' })}>{t('mailboxes.back_step')}</Button>}
    >
      <Show when={draft.reads === 'read'}>
        <div class="connect-group">
          <RadioGroup
            label={t('mailboxes.history')}
            value={draft.history}
            options={histories.map((value) => ({
              value,
              label: t(`mailboxes.history_${value}`),
              hint: hints[value],
            }))}
            onChange={(value) => set({ history: value })}
          />
          <p class="field-hint">{t('mailboxes.history_text')}</p>
        </div>
        <FolderChoice folders={draft.onServer} chosen={draft.folders} onChange={(folders) => set({ folders })} />
      </Show>
      <Show when={isNew()}>
        <OwnerField
          ownerId={draft.ownerId}
          onChange={(ownerId) => set({ ownerId })}
          error={connect.fields()['ownerId']}
        />
        <LimitFields
          hourly={draft.hourlyLimit}
          daily={draft.dailyLimit}
          usual={draft.found}
          errors={connect.fields()}
          onChange={set}
        />
      </Show>
    </Form>
  )
}
