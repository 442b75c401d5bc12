import { Card } from '@comptoir/ui/Card'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { AbsenceForm } from './AbsenceForm.tsx'

/** When one is away oneself. */
export function OwnAbsence() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  return (
    <Card title={t('absence.title')}>
      <AbsenceForm userId={workspace.me().userId} />
    </Card>
  )
}
