/** Files the mail that was stored into conversations, in the order it came. */
export interface Intake {
  wake(): void
  /** Resolves when nothing stored is left to file. */
  idle(): Promise<void>
  stop(): Promise<void>
}
