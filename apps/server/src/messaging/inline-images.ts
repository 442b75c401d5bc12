const place = 'mail-image/'

/** Stands in kept HTML for an image inside the mail, until the page that shows it knows where its bytes are. */
export function inlineImageUrl(fileId: string): string {
  return place + fileId
}

/** Puts the address of each inside image, and of each picture of ours, into HTML that is about to be shown. */
export function showInlineImages(safeHtml: string, urlOf: (fileId: string) => string): string {
  return picturesAsInline(safeHtml).replace(
    / src="mail-image\/([0-9a-f-]{36})"/g,
    (_, fileId: string) => ` src="${urlOf(fileId)}"`,
  )
}

/** The pictures of our rich text as images inside a mail, which no screen is too narrow for. */
export function picturesAsInline(html: string): string {
  return html.replace(
    /(<img\b[^<>]*) data-picture="([0-9a-f-]{36})"/g,
    (_, before: string, fileId: string) =>
      `${before} src="${inlineImageUrl(fileId)}" style="max-width:100%;height:auto"`,
  )
}
