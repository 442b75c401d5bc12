import type { Locale } from '@comptoir/contract/base'
import type { EntryItem } from '@comptoir/contract/timeline'
import { entries as sentences } from '@comptoir/messages/entries'
import { formatter } from '@comptoir/messages/format'
import { printing } from '@comptoir/messages/printing'
import { translator } from '@comptoir/messages/translate'
import { entrySentence } from '@comptoir/rules/entry-sentence'
import type { PrintedItem } from './print-page.ts'

/**
 * What happened in a conversation, as sentences. What colleagues say among themselves (of what they are reminded,
 * who complained of a mail) is only in them when it is asked for.
 */
export function printedEntries(
  entries: EntryItem[],
  inside: 'shown' | 'hidden',
  { locale, timeZone, nameOf }: { locale: Locale; timeZone: string; nameOf: (userId: string | null) => string },
): (PrintedItem & { seq: number })[] {
  const words = {
    say: translator(sentences[locale], locale),
    nameOf,
    // On paper nobody knows when today was.
    moment: formatter(locale, timeZone).full,
    untitled: printing[locale].no_subject,
  }
  return entries
    .filter(({ kind }) => inside === 'shown' || kind !== 'complained')
    .map((entry) => {
      const told = inside === 'hidden' && entry.kind.startsWith('reminder_') ? { ...entry, summary: '' } : entry
      // What was said at the same instant comes before.
      return { is: 'entry', text: entrySentence(told, words), at: entry.at, seq: Infinity }
    })
}
