const length = 140

/** The line a list shows of what was said last. */
export function previewOf(text: string): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
