/** What was typed as a limit: nothing is none. */
export function limitFrom(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}
