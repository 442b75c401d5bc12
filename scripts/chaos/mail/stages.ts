/** Where a mail may be when the server dies: on its way out, as its mail server sees it, or on its way in. */
export const stages = [
  'connected',
  'sender named',
  'recipient named',
  'bytes coming',
  'all taken, not answered',
  'answered',
  'coming in',
  'being written',
] as const

export type Stage = (typeof stages)[number]
