/** Where a mail may be when the server dies: on its way out, on its way in, or not yet more than a request. */
export const stages = [
  // As the mail server sees it that it is given to.
  'connected',
  'sender named',
  'recipient named',
  'bytes coming',
  'all taken, not answered',
  'answered',
  // As the mail server sees it that gives it.
  'half the data out',
  'last dot out, not answered',
  'answered, not filed',
  // As the screen sees it on which it is written.
  'being written',
] as const

export type Stage = (typeof stages)[number]
