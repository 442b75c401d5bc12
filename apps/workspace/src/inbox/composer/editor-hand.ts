/** What the rest of a composer does in the text itself, whichever editor holds it. */
export interface EditorHand {
  focus: () => void
  /** Puts this where the caret is; the first gap it leaves is chosen, to be written over. */
  put: (html: string) => void
  /** Types a slash, which offers the kept texts. */
  slash: () => void
  /** Chooses the first gap there is. */
  chooseGap: () => void
}
