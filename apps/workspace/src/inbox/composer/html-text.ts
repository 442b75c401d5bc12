/** Plain text as the rich text it means: a paragraph a line. */
export function textToHtml(text: string): string {
  return text.trim() === ''
    ? ''
    : text
        .split('\n')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('')
}

/** The words of our own rich text, a line a paragraph. */
export function htmlToText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const end of body.querySelectorAll('br')) end.replaceWith('\n')
  for (const item of body.querySelectorAll('li')) item.prepend('- ')
  const lines = [...body.querySelectorAll('p, li')].filter((block) => !block.querySelector('p, li'))
  return lines.length > 0 ? lines.map(lineOf).join('\n') : (body.textContent ?? '')
}

/** Whether there is nothing to send in it. */
export function isBlank(html: string) {
  return html.replace(/<(?!img\b)[^>]*>|&nbsp;/g, '').trim() === ''
}

// The mark of an item stands before its paragraph, and is lost with it.
function lineOf(block: Element) {
  const item = block.closest('li')
  const text = block.textContent ?? ''
  return item && item !== block ? `- ${text}` : text
}

export function escaped(text: string) {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
