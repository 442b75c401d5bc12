/** A style with the declarations of a short list alone: no addresses, no positions, nothing that moves or hides. */
export function safeStyle(style: string): string {
  const safe: string[] = []
  for (const declaration of style.slice(0, MAX_STYLE).split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace(/!important\s*$/i, '')
      .trim()
    if (ALLOWED.get(name)?.test(value) && isBalanced(value)) safe.push(`${name}:${value}`)
  }
  return safe.join(';')
}

// What is left open would take in the declarations after it.
function isBalanced(value: string) {
  if (!/["'()]/.test(value)) return true
  const count = (sign: string) => value.split(sign).length - 1
  return count('"') % 2 === 0 && count("'") % 2 === 0 && count('(') === count(')')
}

const MAX_STYLE = 4000
const PLAIN = /^(?!.*(?:url|image|image-set|cross-fade|expression|attr|var|env|calc)\s*\()[#\w\s.,%()'"+-]{1,200}$/i
// None below nothing: that lays words over others, or far from the screen.
const LENGTH =
  /^(?:auto|0|[\d.]{1,6}(?:px|pt|em|rem|%|cm|mm|in)?)(?:\s+(?:auto|0|[\d.]{1,6}(?:px|pt|em|rem|%|cm|mm|in)?)){0,3}$/i

const ALLOWED = new Map(
  [
    [PLAIN, 'color background background-color'],
    [PLAIN, 'font font-family font-size font-style font-weight font-variant line-height letter-spacing'],
    [PLAIN, 'text-align text-decoration text-transform text-indent vertical-align white-space word-break'],
    [PLAIN, 'overflow-wrap list-style-type direction'],
    [PLAIN, 'border border-top border-right border-bottom border-left border-color border-style border-width'],
    [PLAIN, 'border-radius border-collapse border-spacing'],
    [LENGTH, 'margin margin-top margin-right margin-bottom margin-left'],
    [LENGTH, 'padding padding-top padding-right padding-bottom padding-left'],
    [LENGTH, 'width min-width max-width height max-height'],
    [/^(?:none|block|inline|inline-block|list-item|table|table-row|table-cell)$/i, 'display'],
    [/^(?:left|right|both|none)$/i, 'float clear'],
  ].flatMap(([pattern, names]) =>
    String(names)
      .split(' ')
      .map((name) => [name, pattern as RegExp] as const),
  ),
)
