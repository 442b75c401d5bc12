/** The address of a business in words: "Boulangerie Chez Léa" → boulangerie-chez-lea. Attempts after the first differ. */
export function slugOf(name: string, attempt = 1): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9\p{Mn}]+/gu, '-')
    .replace(/\p{Mn}/gu, '')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const base = words || 'comptoir'
  return attempt === 1 ? base : `${base}-${attempt}`
}
