import FilePen from 'lucide-solid/icons/file-pen'
import Forward from 'lucide-solid/icons/forward'
import type { MenuEntry } from '@comptoir/ui/Menu'
import type { Language } from '../../app/create-language.ts'
import type { Overlays } from '../../app/create-overlays.ts'
import type { OpenWorkspace } from '../../app/create-workspace.ts'
import { liveLettersOf, type WaitingLetter } from '../../live/live-letters.ts'
import { whomOf } from './letter-writing.ts'
import { takeAlong } from './take-along.ts'

/** The rest is in the dialog of a new message. */
const most = 4

/** Follows the letters one is writing; answers what the menu of what is new says of them. */
export function letterEntries(workspace: OpenWorkspace, overlays: Overlays, { t, format }: Language) {
  const letters = liveLettersOf(workspace)
  letters.open()
  if (!workspace.viewing) void takeAlong(letters)
  return (): MenuEntry[] => {
    const waiting = letters.waiting().slice(0, most)
    if (waiting.length === 0) return []
    return [{ heading: t('inbox.composer.draft.resume') }, ...waiting.map(entryOf)]
  }

  function entryOf(letter: WaitingLetter): MenuEntry {
    const { about, aboutId, conversationId } = letter
    return {
      label: letter.subject || t('inbox.list.no_subject'),
      detail: [whomOf(letter), letter.updatedAt && format().when(letter.updatedAt)].filter(Boolean).join(' · '),
      icon: about === 'beginning' ? <FilePen /> : <Forward />,
      onSelect() {
        if (about === 'beginning') overlays.writeOn(aboutId)
        else if (about === 'conversation') overlays.writeLetter({ conversationId: aboutId, about: { is: about } })
        else if (conversationId) overlays.writeLetter({ conversationId, about: { is: about, messageId: aboutId } })
      },
    }
  }
}
