import { For, Show } from 'solid-js'
import type { FolderRole, FoundFolder } from '@comptoir/contract/mailboxes'
import { Checkbox } from '@comptoir/ui/Checkbox'
import '@comptoir/ui/Field.css'
import { Fold } from '@comptoir/ui/Fold'
import { useLanguage } from '../app/create-language.ts'
import './FolderChoice.css'

/** Which folders are read: those everybody has first, the rest folded away. */
export function FolderChoice(props: { folders: FoundFolder[]; chosen: string[]; onChange: (paths: string[]) => void }) {
  const { t } = useLanguage()
  const usual = () =>
    (['inbox', 'sent', 'junk'] as const).flatMap((role) => props.folders.filter((one) => one.role === role))
  const others = () => props.folders.filter(({ role }) => role === 'other')
  const hints: Partial<Record<FolderRole, string>> = {
    sent: t('mailboxes.folder_sent_hint'),
    junk: t('mailboxes.folder_junk_hint'),
  }
  const isChosen = (path: string) => props.chosen.includes(path)
  function choose(path: string, isOn: boolean) {
    props.onChange(isOn ? [...props.chosen, path] : props.chosen.filter((one) => one !== path))
  }
  return (
    <fieldset class="folder-choice">
      <legend>{t('mailboxes.folders')}</legend>
      <For each={usual()}>
        {({ path, role }) => (
          <Checkbox
            label={role === 'other' ? path : t(`mailboxes.folder_${role}`)}
            hint={hints[role]}
            checked={isChosen(path)}
            onChange={(isOn) => choose(path, isOn)}
          />
        )}
      </For>
      <Show when={others().length > 0}>
        <Fold
          label={t('mailboxes.folders_other', { n: others().length })}
          open={others().some(({ path }) => isChosen(path))}
        >
          <div class="folder-choice-others">
            <For each={others()}>
              {({ path }) => <Checkbox label={path} checked={isChosen(path)} onChange={(isOn) => choose(path, isOn)} />}
            </For>
          </div>
        </Fold>
      </Show>
      <p class="field-hint">{t('mailboxes.folders_hint')}</p>
    </fieldset>
  )
}
