import { createSignal } from 'solid-js'
import { instantAt, leavingTimes, wallClock } from '@comptoir/rules/leaving-times'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { serverNow } from '@comptoir/wire/server-clock'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** A day and an hour of one's choice, by the clock of the business. */
export default function LaterDialog(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  onChoose: (leavesAt: string) => void
}) {
  const { t } = useLanguage()
  const { workspace } = useWorkspace()
  const now = () => new Date(serverNow())
  const tomorrow = () => leavingTimes(now(), workspace.timeZone).find(({ name }) => name === 'tomorrow_morning')!.at
  const [wall, setWall] = createSignal(wallClock(tomorrow(), workspace.timeZone))
  const [problem, setProblem] = createSignal<string>()
  const choose = () => {
    const at = wall() === '' ? undefined : instantAt(wall(), workspace.timeZone)
    if (!at || at <= now()) return void setProblem(t('errors.leaving_is_past'))
    setProblem(undefined)
    props.onOpenChange(false)
    props.onChoose(at.toISOString())
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={t('inbox.leaving.later')}
      closeLabel={t('common.close')}
      foot={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button tone="primary" onClick={choose}>
            {t('inbox.leaving.plan')}
          </Button>
        </>
      }
    >
      <Field label={t('inbox.leaving.at')} hint={t('inbox.leaving.by_clock')} error={problem()}>
        <TextInput type="datetime-local" value={wall()} onText={setWall} />
      </Field>
    </Dialog>
  )
}
