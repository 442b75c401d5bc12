import { cutText } from '../messaging/clean-text.ts'

const length = 140

/** The line a list shows of what was said last. */
export function previewOf(text: string): string {
  const line = cutText(text, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > length ? `${cutText(line, length - 1)}…` : line
}
