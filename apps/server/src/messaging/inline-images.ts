const place = 'mail-image/'

/** Stands in kept HTML for an image inside the mail, until the page that shows it knows where its bytes are. */
export function inlineImageUrl(fileId: string): string {
  return place + fileId
}

/** Puts the address of each inside image into HTML that is about to be shown. */
export function showInlineImages(safeHtml: string, urlOf: (fileId: string) => string): string {
  return safeHtml.replace(/ src="mail-image\/([0-9a-f-]{36})"/g, (_, fileId: string) => ` src="${urlOf(fileId)}"`)
}
