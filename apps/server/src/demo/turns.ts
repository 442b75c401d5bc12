/** What somebody said, how many hours after what came before. */
export interface Turn {
  by: 'client' | 'us' | 'note'
  text: string
  hours: number
}

/** A conversation to be told, and to whom of the staff it is confided: 1 Vincent, 2 Nadia, 3 Bart, 4 Élodie. */
export interface Story {
  subject: string
  turns: Turn[]
  assignee?: number
  /** Told by clients of Brussels who write in Dutch. */
  language?: 'nl'
}

export const client = (hours: number, text: string): Turn => ({ by: 'client', text, hours })
export const us = (hours: number, text: string): Turn => ({ by: 'us', text, hours })
export const note = (hours: number, text: string): Turn => ({ by: 'note', text, hours })
