import type { clients as french } from '../fr/clients.ts'
import type { SameWords } from '../words.ts'

export const clients: SameWords<typeof french> = {
  card: 'Client card',
  details: 'Contact details',
  tags: 'Tags',
  add_tag: 'Add',
  tag_name: 'Name of the tag',
  tag_placeholder: 'New tag',
  remove_tag: 'Remove the tag {name}',
  tag_removed: 'Tag “{name}” removed.',
  undo: 'Undo',
  note_empty: 'Add a note: preferences, hours, door code…',
  edit_note: 'Edit the note',
  save: 'Save',
  cancel: 'Cancel',
  remove_line: 'Remove {value}',
  since: 'Client since {date}',
  conversations: 'Other conversations',
  no_conversations: 'This is the only conversation with this client.',
  more_conversations: 'See more',
}
