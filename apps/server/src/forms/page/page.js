// What the page does better with a script; it works without.
{
  const form = document.querySelector('form')
  const { embedder } = document.documentElement.dataset
  if (embedder && parent !== window) tellHeight(embedder)
  if (form) {
    keepFromSendingTwice(form)
    form.addEventListener('input', forgetWhatWasWrong)
  }
  document.querySelector('[data-focus]')?.focus({ preventScroll: Boolean(embedder) })

  /** Tells the page around, and no other, how high this one is. */
  function tellHeight(origin) {
    let arrived = document.documentElement.dataset.arrival === 'answer'
    const observer = new ResizeObserver(() => {
      const { height } = document.body.getBoundingClientRect()
      parent.postMessage({ comptoir: 'form', height, arrived }, origin)
      arrived = false
    })
    observer.observe(document.body)
  }

  function keepFromSendingTwice(form) {
    const button = form.querySelector('button[type=submit]')
    form.addEventListener('submit', (event) => {
      if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault()
      button.setAttribute('aria-disabled', 'true')
      button.textContent = button.dataset.busy
    })
    // Whoever comes back to this page may want to send it after all.
    const words = button.textContent
    addEventListener('pageshow', () => {
      button.removeAttribute('aria-disabled')
      button.textContent = words
    })
  }

  /** A field that is being mended is no longer marked. */
  function forgetWhatWasWrong({ target }) {
    const marked = target.closest('fieldset')?.querySelector('[aria-invalid]') ?? target
    if (!marked.hasAttribute('aria-invalid')) return
    document.getElementById(marked.getAttribute('aria-describedby'))?.remove()
    marked.removeAttribute('aria-invalid')
    marked.removeAttribute('aria-describedby')
  }
}
