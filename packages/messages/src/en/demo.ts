import type { demo as french } from '../fr/demo.ts'
import type { SameWords } from '../words.ts'

export const demo: SameWords<typeof french> = {
  enter: 'Go in as',
  make: 'See the example business',
  make_hint: 'A few seconds. Nothing leaves this machine, and everything can be started afresh.',
  making: 'The example business is being prepared…',
  reset: 'Start the example afresh',
  text: 'A business in the Ardennes, its clients and three months of conversations. Go in as one of its people, with one click, and try everything.',
  title: 'Or look around first',
}
