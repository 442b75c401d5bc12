/** The type of a file as its sender says it, where that is one. */
export function mediaTypeOf(given: string | undefined): string {
  const type = given?.split(';')[0]?.trim().toLowerCase() ?? ''
  return /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) ? type : 'application/octet-stream'
}
