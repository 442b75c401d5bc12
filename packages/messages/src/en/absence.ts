import type { absence as french } from '../fr/absence.ts'
import type { SameWords } from '../words.ts'

export const absence: SameWords<typeof french> = {
  title: 'My absence',
  title_of: 'Absence of {name}',
  set: 'Absence…',
  until: 'Away until {day}',
  until_with: 'Away until {day}, replaced by {name}',
  beside: '{name} · {absence}',
  is_away: '{name} is away',
  to_replacement: 'Assign to {name}',
  anyway: 'To {name} anyway',
  from: 'First day',
  last_day: 'Last day',
  replacement: 'Replacement',
  replacement_hint: 'They are told too when a client answers.',
  nobody: 'Nobody',
  saved: 'The absence is saved.',
  end: 'End the absence',
  ended: 'The absence is over.',
}
