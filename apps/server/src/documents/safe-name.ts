/** A name without folders, nor signs that would show it other than it is. */
export function safeName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/^.*[/\\]/, '') || '-'
}
