import type { Bin } from '@comptoir/contract/messaging'
import type { MessageKey } from '../app/create-language.ts'

interface BinWords {
  title: MessageKey
  about: MessageKey
  empty: MessageKey
  emptyText: MessageKey
  back: MessageKey
}

export const wordsOf: Record<Bin, BinWords> = {
  'to-sort': {
    title: 'shell.to_sort',
    about: 'messaging.about_to_sort',
    empty: 'messaging.all_sorted',
    emptyText: 'messaging.all_sorted_text',
    back: 'messaging.back_to_bin',
  },
  spam: {
    title: 'messaging.spam',
    about: 'messaging.about_spam',
    empty: 'messaging.no_spam',
    emptyText: 'messaging.no_spam_text',
    back: 'messaging.back_to_spam',
  },
}

/** The address of a bin, or of a mail in it. */
export function hrefOfBin(slug: string, bin: Bin, mailId?: string) {
  return [`/w/${slug}/${bin}`, mailId].filter(Boolean).join('/')
}
