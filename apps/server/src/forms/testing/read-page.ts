/** What a page of the form says and holds, read from its markup. */
export interface ReadPage {
  html: string
  token: string
  trouble: string | null
  /** What is in the fields, and what is wrong with them, by the id of the field. */
  values: Record<string, string>
  wrong: Record<string, string>
}

export function readPage(html: string): ReadPage {
  const inputs = [...html.matchAll(/<input id="([^"]+)"[^>]*? value="([^"]*)"/g)]
  const areas = [...html.matchAll(/<textarea id="([^"]+)"[^>]*>\n([^<]*)<\/textarea>/g)]
  const wrong = [...html.matchAll(/<p class="wrong" id="([^"]+)-wrong">([^<]*)</g)]
  return {
    html,
    token: textIn(html, /name="page" value="([^"]*)"/) ?? '',
    trouble: textIn(html, /<p class="trouble"[^>]*>([^<]*)</),
    values: Object.fromEntries([...inputs, ...areas].map(([, id, value]) => [id!, plain(value!)])),
    wrong: Object.fromEntries(wrong.map(([, id, sentence]) => [id!, plain(sentence!)])),
  }
}

function textIn(html: string, pattern: RegExp) {
  const found = html.match(pattern)?.[1]
  return found === undefined ? null : plain(found)
}

function plain(escaped: string) {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
