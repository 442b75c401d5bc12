import { createSignal, Show, untrack } from 'solid-js'
import type { SavedView } from '@comptoir/contract/filters'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { RadioGroup } from '@comptoir/ui/RadioGroup'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import '../../app/Form.css'

/** What a saved view is called, and whose it is. */
export default function SaveViewDialog(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  was?: SavedView
  onSave: (name: string, whose: SavedView['whose']) => Promise<void>
}) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const was = untrack(() => props.was)
  const [name, setName] = createSignal(was?.name ?? '')
  const [whose, setWhose] = createSignal<SavedView['whose']>(was?.whose ?? 'own')
  const [state, setState] = createSignal<'rest' | 'busy' | 'nameless'>('rest')

  async function save() {
    if (!name().trim()) return setState('nameless')
    setState('busy')
    await props.onSave(name().trim(), whose())
    setState('rest')
    if (!was) setName('')
    props.onOpenChange(false)
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={props.title}
      closeLabel={t('common.close')}
      size="sm"
    >
      <form
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={t('filters.name')} error={state() === 'nameless' ? t('filters.name_missing') : undefined}>
          <TextInput value={name()} maxlength={60} autocomplete="off" onText={setName} />
        </Field>
        <Show when={workspace.isTeam()}>
          <RadioGroup
            label={t('filters.whose')}
            value={whose()}
            onChange={setWhose}
            options={[
              { value: 'own', label: t('filters.own') },
              { value: 'team', label: t('filters.team') },
            ]}
          />
        </Show>
        <div class="form-foot">
          <Button type="submit" tone="primary" busy={state() === 'busy'}>
            {t('common.save')}
          </Button>
          <Button onClick={() => props.onOpenChange(false)}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
