import type { viewing as french } from '../fr/viewing.ts'
import type { SameWords } from '../words.ts'

export const viewing: SameWords<typeof french> = {
  as: 'You are seeing as {name}.',
  only: 'Nothing you do here changes anything.',
  leave: 'Leave',
  leave_action: 'No longer see as somebody else',
  begin: 'See as {name}',
  hint: 'Their screen, without changing anything',
  log: 'Who saw as whom',
  line: '{viewer} saw as {name}',
}
