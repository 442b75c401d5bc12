import { Dialog } from '@comptoir/ui/Dialog'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { useLanguage } from '../../app/create-language.ts'
import { ConversationFinder } from './ConversationFinder.tsx'
import { createMergingActs } from './create-merging-acts.ts'
import '../../app/Form.css'

/** Which conversation belongs with the one that is open. */
export default function LinkDialog(props: { row: ConversationRow; linkedIds: string[]; onDone: () => void }) {
  const { t } = useLanguage()
  const acts = createMergingActs()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('merging.link_title')}
      description={t('merging.link_text')}
      closeLabel={t('common.close')}
    >
      <div class="form">
        <ConversationFinder
          label={t('merging.link_which')}
          clientId={props.row.clientId}
          except={[props.row.id, ...props.linkedIds]}
          onPick={(other) => {
            props.onDone()
            void acts.link(props.row.id, other.id)
          }}
        />
      </div>
    </Dialog>
  )
}
