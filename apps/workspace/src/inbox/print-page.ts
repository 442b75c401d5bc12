import './print-page.css'

/** Prints a page of the server, which has no script of its own; answers whether it was there. */
export function printPage(address: string): Promise<'printed' | 'failed'> {
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.title = ''
  frame.setAttribute('aria-hidden', 'true')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.src = address
  const { promise, resolve } = Promise.withResolvers<'printed' | 'failed'>()
  frame.addEventListener('load', () => {
    const page = frame.contentWindow
    if (!page?.document.querySelector('main.printed')) {
      frame.remove()
      return resolve('failed')
    }
    // It is gone once the person has chosen; some browsers say so before they have.
    page.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 1000))
    page.focus()
    page.print()
    resolve('printed')
  })
  document.body.append(frame)
  return promise
}
