/** The files of the pictures that stand in our rich text, each once, in the order of the text. */
export function picturesIn(html: string): string[] {
  return [...new Set([...html.matchAll(picture)].map(([, fileId]) => fileId ?? ''))]
}

const picture = /<img\b[^<>]* data-picture="([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g
