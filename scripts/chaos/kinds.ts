/** What people do in a chaos run; said twice what they do more often. */
export const kinds = [
  'reply',
  'reply',
  'note',
  'assign',
  'archive',
  'reopen',
  'unread',
  'read',
  'draft',
  'draft',
  'client',
  'tags',
  'answer',
  'mail',
  'begin',
] as const

export type Kind = (typeof kinds)[number]
