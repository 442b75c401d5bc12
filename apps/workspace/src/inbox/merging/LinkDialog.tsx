import { Dialog } from '@comptoir/ui/Dialog'
import { useLanguage } from '../../app/create-language.ts'
import { useInbox } from '../inbox-context.ts'
import { ConversationFinder } from './ConversationFinder.tsx'
import { createMergingActs } from './create-merging-acts.ts'
import '../../app/Form.css'

/** Which conversation belongs with this one. */
export default function LinkDialog(props: { conversationId: string; onDone: () => void }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const acts = createMergingActs()
  const linkedIds = () => inbox.live.opened.peek(props.conversationId)?.linked.map(({ id }) => id) ?? []
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
          clientId={inbox.rowOf(props.conversationId)?.clientId}
          except={[props.conversationId, ...linkedIds()]}
          onPick={(other) => {
            props.onDone()
            void acts.link(props.conversationId, other.id)
          }}
        />
      </div>
    </Dialog>
  )
}
