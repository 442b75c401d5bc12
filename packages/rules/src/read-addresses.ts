/** What somebody typed or pasted as addresses: those that are, once each in lower case, and what could not be read. */
export function readAddresses(text: string): { found: { address: string; name: string }[]; rest: string } {
  const found = new Map<string, { address: string; name: string }>()
  const rest: string[] = []
  for (const part of text.split(/[,;\n\t]+/)) {
    const piece = part.trim()
    if (piece === '') continue
    const [, said, inside] = /^(.*?)<([^<>]*)>$/.exec(piece) ?? ['', '', piece]
    // Several with nothing but spaces between them.
    const addresses = said === '' ? inside!.trim().split(/\s+/) : [inside!.trim()]
    if (!addresses.every((one) => isAddress(one))) rest.push(piece)
    else {
      const name = said!.trim().replace(/^["']|["']$/g, '')
      for (const one of addresses) found.set(one.toLowerCase(), { address: one.toLowerCase(), name })
    }
  }
  return { found: [...found.values()], rest: rest.join(', ') }
}

function isAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}$/i.test(text)
}
