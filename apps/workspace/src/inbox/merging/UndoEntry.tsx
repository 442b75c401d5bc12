import type { EntryItem } from '@comptoir/contract/timeline'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../../app/create-language.ts'
import { useConversation } from '../conversation-context.ts'
import { createMergingActs } from './create-merging-acts.ts'

/** Undoes what an entry of the timeline tells. */
export default function UndoEntry(props: { entry: EntryItem }) {
  const { t } = useLanguage()
  const here = useConversation()
  const acts = createMergingActs()
  const undo = () => {
    if (props.entry.kind === 'merged') return acts.undoMerging(here.id, [props.entry.id])
    return acts.undoSplit(props.entry.kind === 'split_off' ? props.entry.refId! : here.id)
  }
  return (
    <Button size="sm" tone="ghost" onClick={() => void undo()}>
      {t('common.undo')}
    </Button>
  )
}
