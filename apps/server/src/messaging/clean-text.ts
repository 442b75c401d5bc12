/** Text a database and a screen can hold: no NUL or control characters, whole code points, line ends as `\n`. */
export function cleanText(text: string, maxLength: number): string {
  return cutText(text, maxLength).replace(/\r\n?/g, '\n').replace(CONTROLS, '')
}

/** The same on one line, for names and subjects. Direction overrides go too: they show `gpj.exe` as `exe.jpg`. */
export function cleanLine(text: string, maxLength: number): string {
  const plain = text
    .slice(0, maxLength * 4)
    .replace(/\s+/g, ' ')
    .replace(CONTROLS, '')
    .replace(DIRECTIONS, '')
  return cutText(plain.trim(), maxLength).trim()
}

/** The beginning of a text. Half an emoji, which a cut leaves and strangers send, is refused by PostgreSQL. */
export function cutText(text: string, maxLength: number): string {
  const cut = text.slice(0, maxLength)
  return cut.isWellFormed() ? cut : cut.replace(/[\uD800-\uDBFF]$/, '').toWellFormed()
}

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g
const DIRECTIONS = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
