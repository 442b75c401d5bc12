import StickyNote from 'lucide-solid/icons/sticky-note'
import type { NoteItem } from '@comptoir/contract/timeline'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { NoteText } from './NoteText.tsx'
import './TimelineMessage.css'
import './TimelineNote.css'

/** Something said among colleagues, in a colour of its own so that nobody takes it for a reply. */
export function TimelineNote(props: { note: NoteItem }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const author = () => (props.note.userId === workspace.me().userId ? t('inbox.message.you') : props.note.authorName)
  return (
    <article
      class="message"
      data-direction="out"
      data-kind="note"
      data-item={props.note.id}
      aria-label={t('inbox.message.note_by', { name: author() })}
    >
      <div class="message-body">
        <div class="message-bubble">
          <span class="note-mark">
            <StickyNote aria-hidden="true" />
            {t('inbox.message.note')}
          </span>
          <NoteText text={props.note.text} mentions={props.note.mentions} />
        </div>
        <p class="message-foot">
          <span>{author()}</span>
          <time class="num" datetime={props.note.at} title={format().full(props.note.at)}>
            {format().time(props.note.at)}
          </time>
        </p>
      </div>
    </article>
  )
}
