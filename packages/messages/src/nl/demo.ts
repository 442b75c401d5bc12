import type { demo as french } from '../fr/demo.ts'
import type { SameWords } from '../words.ts'

export const demo: SameWords<typeof french> = {
  enter: 'Binnengaan als',
  make: 'Het voorbeeldbedrijf bekijken',
  make_hint: 'Enkele seconden. Niets verlaat deze machine, en alles kan opnieuw beginnen.',
  making: 'Het voorbeeldbedrijf wordt klaargemaakt…',
  reset: 'Het voorbeeld opnieuw beginnen',
  text: 'Een bedrijf uit de Ardennen, zijn klanten en drie maanden gesprekken. Ga binnen als een van de medewerkers, met één klik, en probeer alles.',
  title: 'Of kijk eerst rond',
}
