/** Where to go once signed in: a page of this application, whatever the link said. */
export function safeBack(back: string | string[] | undefined): string {
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/'
}
