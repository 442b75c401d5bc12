import { Dialog } from '@comptoir/ui/Dialog'
import { useLanguage } from '../app/create-language.ts'
import { useInbox } from './inbox-context.ts'
import TagChoice from './TagChoice.tsx'

/** Gives a tag to the client of a conversation, wherever one is. */
export default function TagDialog(props: { conversationId: string; onDone: () => void }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('bulk.tag')}
      closeLabel={t('common.close')}
      size="sm"
    >
      <TagChoice
        onTag={(tag) => {
          void inbox.acts.many({ is: 'tag', tag }, { is: 'these', ids: [props.conversationId] })
          props.onDone()
        }}
      />
    </Dialog>
  )
}
