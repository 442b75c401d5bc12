import type { viewing as french } from '../fr/viewing.ts'
import type { SameWords } from '../words.ts'

export const viewing: SameWords<typeof french> = {
  as: 'U kijkt als {name}.',
  only: 'Niets van wat u hier doet, verandert iets.',
  leave: 'Verlaten',
  leave_action: 'Niet meer als iemand anders kijken',
  begin: 'Bekijken als {name}',
  hint: 'Hun scherm, zonder er iets te wijzigen',
  log: 'Wie heeft als wie gekeken',
  line: '{viewer} heeft gekeken als {name}',
}
