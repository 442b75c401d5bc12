/** The address somebody meant: `exemple.be`, `nadia@example.com`, `https://…`; undefined when it is none. */
export function linkAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`
  if (/^(mailto:\S+@\S+|tel:[+\d][\d\s().-]*)$/i.test(text)) return text
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address) && URL.canParse(address) ? address : undefined
}
