/** What is being typed after a slash that begins a word before the caret. */
export function slashBefore(text: string): string | undefined {
  return /(?:^|[\s(«"'’])\/((?:[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*){0,3})?)$/u.exec(
    text,
  )?.[1]
}

/** What a slash is to be typed with, for it to begin a word. */
export function slashAfter(text: string): string {
  return text === '' || /[\s(«"'’]$/.test(text) ? '/' : ' /'
}
