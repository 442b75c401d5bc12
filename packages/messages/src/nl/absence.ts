import type { absence as french } from '../fr/absence.ts'
import type { SameWords } from '../words.ts'

export const absence: SameWords<typeof french> = {
  title: 'Mijn afwezigheid',
  title_of: 'Afwezigheid van {name}',
  set: 'Afwezigheid…',
  until: 'Afwezig tot en met {day}',
  until_with: 'Afwezig tot en met {day}, vervanging: {name}',
  beside: '{name} · {absence}',
  is_away: '{name} is afwezig',
  to_replacement: 'Toevertrouwen aan {name}',
  anyway: 'Toch aan {name}',
  from: 'Eerste dag',
  last_day: 'Laatste dag',
  replacement: 'Vervanging',
  replacement_hint: 'Deze persoon krijgt ook bericht als een klant antwoordt.',
  nobody: 'Niemand',
  saved: 'De afwezigheid is opgeslagen.',
  end: 'Afwezigheid beëindigen',
  ended: 'De afwezigheid is voorbij.',
}
