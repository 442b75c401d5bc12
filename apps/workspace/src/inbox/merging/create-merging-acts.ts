import type { ConversationRow } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useShowRefusal } from '../../app/show-refusal.ts'
import { sendCommand } from '../../live/send-command.ts'
import { useInbox } from '../inbox-context.ts'

/** What makes one conversation of several, or several of one; each says what it did, with the way back. */
export function createMergingActs() {
  const { t, learnPages } = useLanguage()
  const inbox = useInbox()
  const { api } = inbox.live
  const showRefusal = useShowRefusal()

  async function run(work: () => Promise<void>) {
    try {
      // What is said of it comes with the pages opened later.
      await learnPages()
      await work()
    } catch (error) {
      showRefusal(error)
    }
  }

  function say(text: string, undo?: () => void) {
    void showToast({ text, tone: 'success', ...(undo && { action: { label: t('common.undo'), onClick: undo } }) })
  }

  function undoMerging(intoId: string, mergingIds: string[], then?: (back: ConversationRow[]) => void) {
    return run(async () => {
      const { conversations } = await sendCommand((commandId) => api.undoMerging(intoId, mergingIds, commandId))
      then?.(conversations)
      say(t('merging.undone'))
    })
  }

  function undoSplit(partId: string) {
    return run(async () => {
      const { conversation } = await sendCommand((commandId) => api.undoSplit(partId, commandId))
      inbox.open(conversation.id)
      say(t('merging.split_undone'))
    })
  }

  function setLink(is: 'linked' | 'apart', conversationId: string, otherId: string) {
    return run(async () => {
      const act = is === 'linked' ? api.link : api.unlink
      await sendCommand((commandId) => act(conversationId, otherId, commandId))
      const back = is === 'linked' ? 'apart' : 'linked'
      say(t(`merging.${is}`), () => void setLink(back, conversationId, otherId))
    })
  }

  return {
    merge: (intoId: string, mergedIds: string[]) =>
      run(async () => {
        const openId = inbox.selectedId()
        const { mergingIds } = await sendCommand((commandId) => api.merge(intoId, mergedIds, commandId))
        if (openId !== intoId) inbox.open(intoId)
        say(
          t('merging.done', { n: mergedIds.length }),
          () => void undoMerging(intoId, mergingIds, () => openId && inbox.open(openId)),
        )
      }),
    undoMerging,
    /** A message, or all from it on, becomes a conversation of its own, which is then opened. */
    split: (conversationId: string, messageId: string, part: 'alone' | 'onwards') =>
      run(async () => {
        const newId = makeId()
        await sendCommand((commandId) => api.split(conversationId, { commandId, messageId, part, newId }))
        inbox.open(newId)
        say(t('merging.split_done'), () => void undoSplit(newId))
      }),
    undoSplit,
    link: (conversationId: string, otherId: string) => setLink('linked', conversationId, otherId),
    unlink: (conversationId: string, otherId: string) => setLink('apart', conversationId, otherId),
  }
}
