import { Dialog } from '@comptoir/ui/Dialog'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { AbsenceForm } from './AbsenceForm.tsx'

/** An admin says it for somebody who did not. */
export default function AbsenceDialog(props: { userId: string; onDone: () => void }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('absence.title_of', { name: workspace.memberName(props.userId) })}
      closeLabel={t('common.close')}
      size="sm"
    >
      <AbsenceForm userId={props.userId} onDone={() => props.onDone()} />
    </Dialog>
  )
}
