/** Text a database and a screen can hold: no NUL or control characters, whole code points, line ends as `\n`. */
export function cleanText(text: string, maxLength: number): string {
  return whole(text.slice(0, maxLength).replace(/\r\n?/g, '\n').replace(CONTROLS, ''))
}

/** The same on one line, for names and subjects; direction overrides go too, for they disguise `gpj.exe` as `exe.jpg`. */
export function cleanLine(text: string, maxLength: number): string {
  const line = text
    .slice(0, maxLength * 4)
    .replace(/\s+/g, ' ')
    .replace(CONTROLS, '')
    .replace(DIRECTIONS, '')
  return whole(line.trim().slice(0, maxLength)).trim()
}

// A cut may leave half an emoji, which PostgreSQL refuses.
function whole(text: string) {
  return text.toWellFormed().replace(/\uFFFD$/, '')
}

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g
const DIRECTIONS = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
