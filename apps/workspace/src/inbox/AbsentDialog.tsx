import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { standsIn, useAwayWords } from '../app/away.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import '../app/Form.css'

/** Whoever was chosen is away: to whoever stands in, or to them all the same. */
export default function AbsentDialog(props: {
  userId: string
  onChoose: (userId: string) => void
  onDone: () => void
}) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const awayWords = useAwayWords()
  const replacementId = () => standsIn(workspace, props.userId) ?? props.userId
  const choose = (userId: string) => {
    props.onDone()
    props.onChoose(userId)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('absence.is_away', { name: workspace.memberName(props.userId) })}
      description={awayWords(props.userId)}
      closeLabel={t('common.close')}
      size="sm"
    >
      <div class="form-foot">
        <Button tone="primary" autofocus onClick={() => choose(replacementId())}>
          {t('absence.to_replacement', { name: workspace.memberName(replacementId()) })}
        </Button>
        <Button onClick={() => choose(props.userId)}>
          {t('absence.anyway', { name: workspace.memberName(props.userId) })}
        </Button>
      </div>
    </Dialog>
  )
}
