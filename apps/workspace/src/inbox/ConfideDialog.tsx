import { createSignal, Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { TextArea } from '@comptoir/ui/TextArea'
import { useLanguage } from '../app/create-language.ts'
import { standsIn } from '../app/away.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'
import { useAssignees } from './staff-by-name.ts'
import '../app/Form.css'

/** To whom to confide a conversation, or those that are chosen, and what they should know of it. */
export default function ConfideDialog(props: { what: { conversationId: string } | 'chosen'; onDone: () => void }) {
  const { t } = useLanguage()
  const assignees = useAssignees()
  const inbox = useInbox()
  const workspace = useWorkspace()
  const people = () => {
    const [me, ...others] = assignees()
    return [...others, { userId: me!.userId, label: t('inbox.acts.me', { name: me!.label }) }]
  }
  const [assigneeId, setAssigneeId] = createSignal('')
  const [note, setNote] = createSignal('')
  const [missing, setMissing] = createSignal<'nothing' | 'person'>('nothing')

  function confide() {
    if (!assigneeId()) return setMissing('person')
    const body = note().trim() || undefined
    if (props.what === 'chosen')
      inbox.actOnSelection({ is: 'assign', assigneeId: assigneeId(), ...(body && { note: body }) })
    else inbox.acts.assign(props.what.conversationId, assigneeId(), body)
    props.onDone()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={props.what === 'chosen' ? t('confide.title_many', { n: inbox.selection.size() }) : t('confide.title')}
      closeLabel={t('common.close')}
    >
      <form
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          confide()
        }}
      >
        <Field label={t('confide.to')} error={missing() === 'person' ? t('confide.person_missing') : undefined}>
          <Select
            value={assigneeId()}
            onChange={setAssigneeId}
            options={[
              { value: '', label: t('confide.choose') },
              ...people().map(({ userId, label }) => ({ value: userId, label })),
            ]}
          />
        </Field>
        <Show when={assigneeId() && standsIn(workspace, assigneeId())}>
          {(replacementId) => (
            <p class="form-note" role="status">
              {t('absence.is_away', { name: workspace.memberName(assigneeId()) })}{' '}
              <Button size="sm" onClick={() => setAssigneeId(replacementId())}>
                {t('absence.to_replacement', { name: workspace.memberName(replacementId()) })}
              </Button>
            </p>
          )}
        </Show>
        <Field label={t('confide.note')} hint={t('confide.note_hint')}>
          <TextArea rows={4} maxlength={20_000} onText={setNote} />
        </Field>
        <div class="form-foot">
          <Button type="submit" tone="primary">
            {t('confide.submit')}
          </Button>
          <Button onClick={() => props.onDone()}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
